using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// The arguments of a run, laid out once in native memory: names and values. It holds the session and every tensor, so
/// that whoever holds this handle can run without touching anything freed. Values that ORT made belong to it.
/// </summary>
internal sealed unsafe class RunBinding : SafeHandle
{
    private readonly OrtTable _table;
    private readonly OrtSessionHandle _session;
    private readonly OrtRunOptionsHandle _options;
    private readonly Utf8Array _inputNames;
    private readonly Utf8Array _outputNames;
    private readonly List<SafeHandle> _held = [];
    private readonly bool[] _madeByRun;

    public RunBinding(
        OrtTable table, OrtSessionHandle session, OrtRunOptionsHandle options,
        (IReadOnlyCollection<string> Names, IReadOnlyList<OrtValueHandle> Values) inputs,
        (IReadOnlyCollection<string> Names, IReadOnlyList<OrtValueHandle?> Values) outputs)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        _table = table;
        _session = session;
        _options = options;
        _inputNames = new Utf8Array(inputs.Names);
        _outputNames = new Utf8Array(outputs.Names);
        _madeByRun = [.. outputs.Values.Select(static value => value is null)];
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)(inputs.Values.Count + outputs.Values.Count + 1), (nuint)sizeof(nint)));
        try
        {
            Hold(session);
            for (var index = 0; index < inputs.Values.Count; index++)
            {
                Inputs[index] = Hold(inputs.Values[index]);
            }

            for (var index = 0; index < outputs.Values.Count; index++)
            {
                Outputs[index] = outputs.Values[index] is { } value ? Hold(value) : 0;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override bool IsInvalid => handle == 0;

    private nint* Inputs => (nint*)handle;

    private nint* Outputs => (nint*)handle + _inputNames.Count;

    public nint Output(int index) => Outputs[index];

    /// <summary>Runs the session. The caller holds this handle.</summary>
    public void Run()
    {
        ReleaseMadeByRun();
        _table.Run(
            _session.DangerousGetHandle(), _options.DangerousGetHandle(), _inputNames.Pointers, Inputs, _inputNames.Count,
            _outputNames.Pointers, _outputNames.Count, Outputs);
    }

    public void SetTerminate(bool terminate)
    {
        if (terminate)
        {
            _table.RunOptionsSetTerminate(_options);
        }
        else
        {
            _table.RunOptionsUnsetTerminate(_options);
        }
    }

    protected override bool ReleaseHandle()
    {
        ReleaseMadeByRun();
        foreach (var held in _held)
        {
            held.DangerousRelease();
        }

        _options.Dispose();
        _inputNames.Dispose();
        _outputNames.Dispose();
        NativeMemory.Free((void*)handle);
        return true;
    }

    private nint Hold(SafeHandle other)
    {
        var added = false;
        other.DangerousAddRef(ref added);
        _held.Add(other);
        return other.DangerousGetHandle();
    }

    private void ReleaseMadeByRun()
    {
        for (var index = 0; index < _madeByRun.Length; index++)
        {
            if (_madeByRun[index] && Outputs[index] != 0)
            {
                _table.Release(OrtSlot.ReleaseValue, Outputs[index]);
                Outputs[index] = 0;
            }
        }
    }
}
