using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// The runs of one slot on one opened accelerator, one after another. Each ends exactly once: with its outcome, or given up,
/// after which a late outcome is taken and dropped. Nothing is allocated for a run.
/// </summary>
internal sealed class InstanceRun
{
    private const long Idle = 0;

    private readonly Action<InstanceRun, InferenceOutcome> _ended;
    private readonly TimeProvider _time;
    private readonly Action _finish;
    private ValueTaskAwaiter<InferenceOutcome> _awaiter;
    private long _runs;
    private long _turn;

    // The number of the run under way; negative once it was given up and has not come back yet.
    private long _underWay;

    public InstanceRun(AcceleratorInstance instance, int slot, Action<InstanceRun, InferenceOutcome> ended, TimeProvider time)
    {
        Instance = instance;
        Slot = slot;
        _ended = ended;
        _time = time;
        _finish = Finish;
    }

    public AcceleratorInstance Instance { get; }

    public int Slot { get; }

    /// <summary>Timestamp of the last start.</summary>
    public long Started { get; private set; }

    /// <summary>Timestamp from which its time counts: it was started, or the run that it was queued behind came to an end.</summary>
    public long Turn => Volatile.Read(ref _turn);

    /// <summary>Number of the run under way; 0 or less when there is none that anyone waits for.</summary>
    public long UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Whether the device may still be at work on this slot.</summary>
    public bool IsBusy => UnderWay != Idle;

    /// <summary>Reserves the run, so that it may be watched; follow with <see cref="Submit"/>.</summary>
    public void Begin()
    {
        Started = _time.GetTimestamp();
        Volatile.Write(ref _turn, Started);
        Volatile.Write(ref _underWay, ++_runs);
    }

    /// <summary>Submits the slot. The end is told to the owner, at once or later, on whatever thread it happens.</summary>
    [SuppressMessage("Reliability", "CA2012", Justification = "Consumed exactly once, in Finish.")]
    public void Submit()
    {
        try
        {
            _awaiter = Instance.Accelerator.Submit(Slot).GetAwaiter();
        }
        catch (Exception refusal)
        {
            End(Thrown(refusal));
            return;
        }

        if (_awaiter.IsCompleted)
        {
            Finish();
        }
        else
        {
            _awaiter.UnsafeOnCompleted(_finish);
        }
    }

    /// <summary>Stops waiting for the run of that number; false when it has ended before.</summary>
    public bool TryGiveUp(long number) => number > Idle && Interlocked.CompareExchange(ref _underWay, -number, number) == number;

    private void Finish()
    {
        InferenceOutcome outcome;
        try
        {
            outcome = _awaiter.GetResult();
        }
        catch (Exception thrown)
        {
            outcome = Thrown(thrown);
        }

        End(outcome);
    }

    private void End(InferenceOutcome outcome)
    {
        PassOn();
        if (Interlocked.Exchange(ref _underWay, Idle) > Idle)
        {
            _ended(this, outcome);
        }
    }

    /// <summary>The runs behind this one have waited for it; their own time begins.</summary>
    private void PassOn()
    {
        var now = _time.GetTimestamp();
        for (var i = 0; i < Instance.Runs.Count; i++)
        {
            var other = Instance.Runs[i];
            if (other != this && other.IsBusy && other.Started >= Started)
            {
                Volatile.Write(ref other._turn, now);
            }
        }
    }

    private InferenceOutcome Thrown(Exception exception) => new(
        _time.GetElapsedTime(Started),
        new Fault(
            FaultCode.AcceleratorLost, Instance.Track.Subject, $"it threw {exception.GetType().Name}: {exception.Message}",
            "it is opened anew; please report it if it repeats"));
}
