using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators;

/// <summary>
/// Runs a session on this machine's processor, on a thread of its own, so that the caller prepares the next frame
/// meanwhile. Runs go one after another in the order of submission.
/// </summary>
public sealed class CpuAccelerator : IAccelerator
{
    private readonly string _subject;
    private readonly InferenceSession _session;
    private readonly SessionSlot[] _slots;
    private readonly RunCompletion[] _completions;
    private readonly TimeProvider _time;
    private readonly Queue<int> _submitted;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _work = new(initialState: false);
    private readonly Thread _thread;
    private bool _stopping;

    /// <param name="model">The model's name, for faults and the thread.</param>
    /// <param name="session">The loaded model; disposed with this.</param>
    /// <param name="slots">Number of slots, at least 1.</param>
    /// <param name="time">The clock of the runs.</param>
    /// <param name="name">The accelerator's name, where the session has a provider beside the processor's.</param>
    /// <exception cref="OrtException">The first run of a slot failed.</exception>
    public CpuAccelerator(string model, InferenceSession session, int slots, TimeProvider time, string name = "cpu")
    {
        _subject = $"model {model} on {name}";
        _session = session;
        _time = time;
        _submitted = new Queue<int>(slots);
        _slots = new SessionSlot[slots];
        _completions = new RunCompletion[slots];
        try
        {
            for (var i = 0; i < slots; i++)
            {
                _completions[i] = new RunCompletion();
                _slots[i] = session.CreateSlot();

                // The first run sets up memory and kernels; and a model that cannot run shows it before any camera starts.
                _slots[i].Run();
            }
        }
        catch
        {
            Release();
            throw;
        }

        _thread = new Thread(RunAll) { IsBackground = true, Name = $"{name} {model}" };
        _thread.Start();
    }

    /// <summary>Loads a model and takes it to work.</summary>
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The verified model.</param>
    /// <param name="needs">The outputs that will be read.</param>
    /// <param name="options">How to build the session.</param>
    /// <param name="slots">Number of slots, at least 1.</param>
    /// <param name="time">The clock of the runs.</param>
    /// <param name="name">The accelerator's name.</param>
    /// <exception cref="FaultException">
    /// ModelUnreadable: no usable ONNX. ModelMismatch: its inputs or outputs are not what the manifest says.
    /// InferenceFailed: the first run failed.
    /// </exception>
    public static CpuAccelerator Open(
        OrtLibrary library, VerifiedModel model, IReadOnlyList<OutputNeed> needs, OrtSessionOptions options, int slots, TimeProvider time, string name = "cpu")
    {
        var session = InferenceSession.Open(library, model, needs, options);
        try
        {
            return new CpuAccelerator(model.Manifest.Name, session, slots, time, name);
        }
        catch (OrtException refusal)
        {
            throw new FaultException(
                new Fault(
                    FaultCode.InferenceFailed, $"model {model.Manifest.Name} on {name}", $"its first run failed ({refusal.Code})",
                    "check input size and outputs in its manifest", refusal.Text),
                refusal);
        }
    }

    public int Slots => _slots.Length;

    public PlacementSummary? Placement => _session.Placement;

    public NativeTensor Input(int slot) => _slots[slot].Input;

    public ITensorOutputs Outputs(int slot) => _slots[slot];

    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        var completion = _completions[slot].Begin();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            _submitted.Enqueue(slot);
            _work.Set();
        }

        return completion;
    }

    /// <summary>Finishes the runs that were submitted, then frees the model.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_stopping)
            {
                return;
            }

            _stopping = true;
            _work.Set();
        }

        // From a continuation of its own the thread cannot be waited for; it frees the model when it ends.
        if (Environment.CurrentManagedThreadId != _thread.ManagedThreadId)
        {
            _thread.Join();
        }
    }

    private void RunAll()
    {
        while (WaitForWork(out var slot))
        {
            _completions[slot].Complete(Run(_slots[slot]));
        }

        Release();
        _work.Dispose();
    }

    /// <summary>False when all is done and no more will come.</summary>
    private bool WaitForWork(out int slot)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_submitted.TryDequeue(out slot))
                {
                    return true;
                }

                if (_stopping)
                {
                    return false;
                }
            }

            _work.WaitOne();
        }
    }

    private InferenceOutcome Run(SessionSlot slot)
    {
        var started = _time.GetTimestamp();
        Fault? fault = null;
        try
        {
            slot.Run();
        }
        catch (OrtException refusal)
        {
            fault = LibraryFault.OfRun(_subject, refusal);
        }
        catch (Exception bug)
        {
            fault = new Fault(FaultCode.Internal, _subject, $"{bug.GetType().Name}: {bug.Message}", "please report it");
        }

        return new InferenceOutcome(_time.GetElapsedTime(started), fault);
    }

    private void Release()
    {
        foreach (var slot in _slots)
        {
            slot?.Dispose();
        }

        _session.Dispose();
    }
}
