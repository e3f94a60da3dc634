using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers;

/// <summary>
/// A model in a worker process. Inputs and outputs are shared memory; a run is one message there and one back. Whatever
/// becomes of the worker, every run is answered within its deadline, and after the worker's end every further run at once.
/// </summary>
public sealed partial class WorkerAccelerator : IAccelerator
{
    private readonly WorkerSetup _setup;
    private readonly WorkerPlan _plan;
    private readonly WorkerFaults _faults;
    private readonly WorkerSlots _slots;
    private readonly RunLedger _ledger;
    private readonly TimeProvider _time;
    private readonly KernelTimer _timer = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<Fault?> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private WorkerLink? _link;
    private Fault? _failure;
    private long _due;
    private ulong _ping;
    private bool _pinging;
    private volatile bool _stopping;
    private bool _over;
    private bool _freed;

    /// <summary>Starts opening; <see cref="Opened"/> tells what came of it.</summary>
    /// <exception cref="ArgumentException">The tensors need 2 GiB or more.</exception>
    internal WorkerAccelerator(WorkerSetup setup, WorkerPlan plan, VerifiedModel model, IReadOnlyList<OutputNeed> needs, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Slots, 1, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plan.Slots, MessageHeader.MaxSlots, nameof(plan));
        _setup = setup;
        _plan = plan;
        _time = time;
        _faults = new WorkerFaults(model.Manifest.Name, model.Manifest.Sha256, plan);
        _slots = new WorkerSlots(plan, model, needs);
        _ledger = new RunLedger(plan.Slots);
        _thread = new Thread(Live) { IsBackground = true, Name = $"{plan.Accelerator} {model.Manifest.Name}" };
        _thread.Start();
    }

    /// <summary>Null once the model is loaded, or why it is not.</summary>
    internal Task<Fault?> Opened => _opened.Task;

    public int Slots => _slots.Count;

    /// <inheritdoc/>
    /// <remarks>Known from the end of opening on.</remarks>
    public PlacementSummary? Placement => Loaded?.Placement;

    /// <summary>What the worker said of the load: whether it had to compile, and what of it a person should read. Null before.</summary>
    public LoadedReport? Loaded { get; private set; }

    /// <summary>Id of the worker's process; null before it was started and after its end.</summary>
    public int? ProcessId
    {
        get
        {
            lock (_gate)
            {
                return _over ? null : _link?.Child.Id;
            }
        }
    }

    /// <summary>Why the worker is no more; null while it lives.</summary>
    public Fault? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    /// <summary>Answers that came for runs that were over.</summary>
    public long LateAnswers
    {
        get
        {
            lock (_gate)
            {
                return _ledger.Late;
            }
        }
    }

    public NativeTensor Input(int slot) => _slots[slot].Input;

    public ITensorOutputs Outputs(int slot) => _slots[slot];

    /// <exception cref="InvalidOperationException">The slot is in flight.</exception>
    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        lock (_gate)
        {
            if (_ledger.Holds(slot))
            {
                throw new InvalidOperationException($"slot {slot} is in flight: await it first");
            }
        }

        // Outside the gate: it waits for the thread that signals the slot's last run.
        var completion = _slots[slot].Completion.Begin();
        Fault? failure;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            failure = _failure;
            if (failure is null)
            {
                Send(slot);
            }
        }

        if (failure is not null)
        {
            _slots[slot].Completion.Complete(new InferenceOutcome(TimeSpan.Zero, failure));
        }

        return completion;
    }

    /// <summary>Gives an opening up, or does nothing.</summary>
    internal void Abandon()
    {
        lock (_gate)
        {
            _stopping = true;
            if (!_over)
            {
                _timer.Arm(TimeSpan.Zero);
            }
        }
    }

    /// <summary>Waits for the runs that were submitted, at most their deadlines, then ends the worker.</summary>
    public void Dispose()
    {
        Abandon();

        // From a continuation of its own the thread cannot be waited for; it frees all when it ends.
        if (Environment.CurrentManagedThreadId != _thread.ManagedThreadId)
        {
            _thread.Join();
            FreeWhenDone();
        }
    }
}
