using System.Diagnostics.CodeAnalysis;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// One accelerator's thread: picks a frame, prepares it, submits it, and while the accelerator works prepares the
/// next one and lays it ready there. Nothing here allocates per frame.
/// </summary>
public sealed class InferenceLoop
{
    private readonly VisionPipeline _pipeline;
    private readonly LaneGroup _lanes;
    private readonly IDetector[] _detectors;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WakeSignal _wake = new();
    private readonly Action _wakeUp;
    private readonly Stack<InferenceTicket> _idle = new();
    private readonly Queue<InferenceTicket> _flying = new();
    private readonly Thread _thread;
    private volatile bool _stopping;
    private string _lastBug = "";

    /// <param name="name">The accelerator's name, for the thread and the log.</param>
    /// <param name="pipeline">The flow it is part of.</param>
    /// <param name="served">The lanes this accelerator serves, each with its detector.</param>
    /// <param name="time">The clock of all timings.</param>
    /// <param name="logger">Where bugs are reported.</param>
    public InferenceLoop(
        string name, VisionPipeline pipeline, IReadOnlyList<(CameraLane Lane, IDetector Detector)> served, TimeProvider time, ILogger logger)
    {
        _pipeline = pipeline;
        _lanes = new LaneGroup([.. served.Select(pair => pair.Lane)]);
        _detectors = [.. served.Select(pair => pair.Detector)];
        _time = time;
        _logger = logger;
        _wakeUp = _wake.Set;
        foreach (var (lane, _) in served)
        {
            lane.FrameWaiting = _wakeUp;
            lane.TrackerFailed = exception => LogBug(lane, exception);
        }

        // Two tickets keep an accelerator busy; a third would only make frames older.
        for (var slot = Math.Min(2, _detectors.Min(detector => detector.Slots)) - 1; slot >= 0; slot--)
        {
            _idle.Push(new InferenceTicket(slot));
        }

        _thread = new Thread(Run) { IsBackground = true, Name = $"infer {name}" };
    }

    public void Start() => _thread.Start();

    /// <summary>Finishes what is in flight and ends. False when that took longer than the limit.</summary>
    public bool Stop(TimeSpan limit)
    {
        _stopping = true;
        _wake.Set();
        return !_thread.IsAlive || _thread.Join(limit);
    }

    private void Run()
    {
        InferenceTicket? prepared = null;
        while (!_stopping || _flying.Count > 0 || prepared is not null)
        {
            var finished = TakeFinished();

            // The accelerator goes on first, and the finished frame is decoded beside it.
            if (prepared is not null && MayFly(prepared))
            {
                Submit(prepared);
                prepared = null;
            }

            if (finished is not null)
            {
                Finish(finished);
                _idle.Push(finished);
            }

            prepared ??= PickAndPrepare();
            var canSubmit = prepared is not null && MayFly(prepared);
            if (finished is null && !canSubmit)
            {
                _wake.Wait();
            }
        }
    }

    /// <summary>The oldest frame in flight, once it has landed: a lane's frames keep their order.</summary>
    private InferenceTicket? TakeFinished() =>
        _flying.TryPeek(out var oldest) && oldest.Completion.IsCompleted ? _flying.Dequeue() : null;

    /// <summary>
    /// A frame follows the one before it without waiting for its end, so that the accelerator never waits for this thread.
    /// Not on another model: two of them would run at a time, and each longer.
    /// </summary>
    private bool MayFly(InferenceTicket ticket) => !_flying.TryPeek(out var oldest) || oldest.Detector == ticket.Detector;

    private InferenceTicket? PickAndPrepare()
    {
        // Again after a failure: the frames of other lanes may have been announced already.
        while (!_stopping && _idle.TryPeek(out var ticket) && _pipeline.Pick(_lanes, ticket))
        {
            try
            {
                ticket.Detector = _detectors[_lanes.IndexOf(ticket.Lane!)];
                ticket.Detector.Prepare(ticket.Slot, ticket.Frame.Frame, ticket.Regions);
                ticket.Prepared = _time.GetTimestamp();
                return _idle.Pop();
            }
            catch (Exception exception)
            {
                Fail(ticket, Bug(ticket, exception));
            }
        }

        return null;
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "The loop polls the completion and consumes it exactly once, in Finish.")]
    private void Submit(InferenceTicket ticket)
    {
        try
        {
            ticket.Completion = ticket.Detector!.Submit(ticket.Slot).GetAwaiter();
        }
        catch (Exception exception)
        {
            Fail(ticket, Bug(ticket, exception));
            _idle.Push(ticket);
            return;
        }

        _flying.Enqueue(ticket);
        if (ticket.Completion.IsCompleted)
        {
            _wake.Set();
        }
        else
        {
            ticket.Completion.UnsafeOnCompleted(_wakeUp);
        }
    }

    private InferenceOutcome OutcomeOf(InferenceTicket ticket)
    {
        try
        {
            return ticket.Completion.GetResult();
        }
        catch (Exception exception)
        {
            return new InferenceOutcome(TimeSpan.Zero, Bug(ticket, exception));
        }
    }

    private void Finish(InferenceTicket ticket)
    {
        var outcome = OutcomeOf(ticket);
        if (outcome.Fault is { } fault)
        {
            Fail(ticket, fault);
            return;
        }

        try
        {
            var decodeStart = _time.GetTimestamp();
            ticket.Detections.Clear();
            ticket.Detector!.Decode(ticket.Slot, ticket.Detections);
            var decoded = _time.GetTimestamp();
            var captured = ticket.Frame.Stamp.Captured;
            VisionPipeline.Accept(ticket, ticket.Detector.PointOf(ticket.Slot), ticket.Detector.Labels, new StageTimings(
                _time.GetElapsedTime(captured, ticket.Picked),
                _time.GetElapsedTime(ticket.Picked, ticket.Prepared),
                Queued(ticket, decodeStart, outcome.Run),
                outcome.Run,
                _time.GetElapsedTime(decodeStart, decoded),
                _time.GetElapsedTime(captured, decoded)));
        }
        catch (Exception exception)
        {
            Fail(ticket, Bug(ticket, exception));
        }
    }

    private TimeSpan Queued(InferenceTicket ticket, long finished, TimeSpan run)
    {
        var queued = _time.GetElapsedTime(ticket.Prepared, finished) - run;
        return queued > TimeSpan.Zero ? queued : TimeSpan.Zero;
    }

    private void Fail(InferenceTicket ticket, Fault fault)
    {
        try
        {
            VisionPipeline.Fail(ticket, fault);
        }
        catch (Exception exception)
        {
            // A sink that throws: the frame is booked and given back, and this thread must go on.
            LogBug(ticket.Lane!, exception);
        }
    }

    /// <summary>A bug in one frame's way must not stop the other cameras: the frame fails, and the log has it all.</summary>
    private Fault Bug(InferenceTicket ticket, Exception exception)
    {
        var lane = ticket.Lane!;
        if (lane.InferenceFault?.Code != FaultCode.Internal)
        {
            _logger.FrameFailed(lane.Plan.CameraId, exception);
        }

        return new Fault(
            FaultCode.Internal, $"camera {lane.Plan.CameraId}", $"{exception.GetType().Name}: {exception.Message}", "please report it with the log");
    }

    private void LogBug(CameraLane lane, Exception exception)
    {
        // Once for as long as it repeats, since it may do so at every frame.
        var bug = $"{lane.Plan.CameraId} {exception.GetType().Name}";
        if (bug != _lastBug)
        {
            _lastBug = bug;
            _logger.FrameFailed(lane.Plan.CameraId, exception);
        }
    }
}
