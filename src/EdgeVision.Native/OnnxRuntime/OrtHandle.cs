using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>One thing that ONNX Runtime made and must release. It holds the handles it depends on until then.</summary>
internal abstract class OrtHandle : SafeHandle
{
    private readonly OrtTable _table;
    private readonly OrtSlot _release;
    private readonly SafeHandle? _dependency;
    private readonly bool _holds;

    protected OrtHandle(OrtTable table, OrtSlot release, nint value, SafeHandle? dependency = null)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        _table = table;
        _release = release;
        _dependency = dependency;
        SetHandle(value);
        dependency?.DangerousAddRef(ref _holds);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        _table.Release(_release, handle);
        if (_holds)
        {
            _dependency!.DangerousRelease();
        }

        return true;
    }
}
