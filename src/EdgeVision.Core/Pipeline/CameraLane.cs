using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;
using EdgeVision.Core.Scenes;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// One camera's state on its way through the pipeline: gate, slot, books, pacing, tracker and rules. The flow itself
/// is in <see cref="VisionPipeline"/>.
/// </summary>
public sealed class CameraLane(
    LanePlan plan, IMotionGate gate, ITracker tracker, ISceneRules rules, IReadOnlyList<IResultSink> sinks, TimeProvider time)
{
    private readonly IResultSink[] _sinks = [.. sinks];
    private readonly Pacing _pacing = new();
    private double _served;

    public LanePlan Plan { get; } = plan;

    public IMotionGate Gate { get; } = gate;

    public ITracker Tracker { get; } = tracker;

    public ISceneRules Rules { get; } = rules;

    /// <summary>A span, since going through a list behind an interface would allocate for each frame.</summary>
    public ReadOnlySpan<IResultSink> Sinks => _sinks;

    public LatestFrame Slot { get; } = new();

    public FrameLedger Ledger { get; } = new();

    public LatencyWindow Latency { get; } = new();

    /// <summary>A disabled camera's frames end as Off.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Set by the source when it opens.</summary>
    public HandOver HandOver { get; set; }

    /// <summary>The fault its inferences end in now; null while they are well. Owned by the loop thread.</summary>
    public Fault? InferenceFault { get; set; }

    /// <summary>Called when a frame was put into the slot.</summary>
    public Action? FrameWaiting { get; set; }

    /// <summary>Called when the tracker threw while it aged its tracks; from either thread.</summary>
    public Action<Exception>? TrackerFailed { get; set; }

    /// <summary>Held while tracker and rules see a frame: capture and loop thread both bring them frames.</summary>
    public Lock SceneLock { get; } = new();

    /// <summary>What the gate sees, on the capture thread. When it throws, the frame has failed and is given back.</summary>
    public Motion Observe(FrameLease frame)
    {
        try
        {
            return Gate.Observe(frame.Frame);
        }
        catch
        {
            Ledger.CapturedAs(FrameFate.Failed);
            frame.Dispose();
            throw;
        }
    }

    /// <summary>The lane as a scheduler sees it.</summary>
    public LaneView View(PowerBudget budget)
    {
        if (!Slot.TryPeek(out var stamp))
        {
            return default;
        }

        var interval = Interval(budget);
        return new LaneView(
            true, time.GetElapsedTime(stamp.Captured), HandOver == HandOver.EveryFrame ? TimeSpan.MaxValue : Plan.Deadline,
            _pacing.UntilDue(stamp.MediaTime), interval, _served);
    }

    /// <summary>Counts a frame towards the lane's rate and share; gives the share before it.</summary>
    public double NoteTaken(TimeSpan mediaTime, PowerBudget budget)
    {
        var before = _served;
        _served += 1 / Plan.Weight;
        _pacing.Taken(mediaTime, Interval(budget));
        return before;
    }

    /// <summary>A lane that asks for nothing now has no claim later for the time it was away.</summary>
    public void ForgoUpTo(double served) => _served = Math.Max(_served, served);

    public void NoteSourceOpened(HandOver handOver)
    {
        HandOver = handOver;
        _pacing.Restart();
    }

    /// <summary>A frame that was taken from the slot and is not looked at: ages the tracks, books it, gives it back.</summary>
    public void LetGo(FrameLease frame, FrameFate fate)
    {
        var covered = Elapse(frame);
        Ledger.SlotTo(covered && fate == FrameFate.OverBudget ? FrameFate.Predicted : fate);
    }

    /// <summary>Ages the tracks on a frame nobody inferred, and gives the frame back. True when the tracks cover it.</summary>
    public bool Elapse(FrameLease frame)
    {
        try
        {
            lock (SceneLock)
            {
                return Tracker.Elapse(frame.Stamp);
            }
        }
        catch (Exception exception)
        {
            TrackerFailed?.Invoke(exception);
            return false;
        }
        finally
        {
            frame.Dispose();
        }
    }

    /// <summary>After capture and loop have stopped: what still waits ends as Off.</summary>
    public void Drain()
    {
        Span<Box> regions = stackalloc Box[LatestFrame.MaxRegions];
        if (Slot.TryTake(regions, out _, out var frame))
        {
            Ledger.SlotTo(FrameFate.Off);
            frame.Dispose();
        }
    }

    private TimeSpan Interval(PowerBudget budget)
    {
        var rate = Math.Min(Plan.MaxFramesPerSecond, budget.FramesPerSecond);
        return double.IsPositiveInfinity(rate) ? TimeSpan.Zero : TimeSpan.FromSeconds(1 / Math.Max(rate, 1e-4));
    }
}
