using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// The way of a frame, in the order it goes: a capture thread offers it, an accelerator's loop picks it and, once it
/// is inferred, accepts the result. Each frame leaves by exactly one fate in its lane's books.
/// </summary>
public sealed class VisionPipeline(IScheduler scheduler, IPowerGovernor governor, TimeProvider time)
{
    private volatile PowerBudget _budget = PowerBudget.Full;

    /// <summary>What the governor allows now.</summary>
    public PowerBudget Budget => _budget;

    /// <summary>About once a second: the device's state becomes the budget of the next second.</summary>
    public void Govern(DeviceState state) => _budget = governor.Step(state);

    /// <summary>Capture thread: gate, then the slot. The frame is given away.</summary>
    public static void Offer(CameraLane lane, FrameLease frame, CancellationToken stopping)
    {
        if (!lane.Enabled || stopping.IsCancellationRequested)
        {
            lane.Ledger.CapturedAs(FrameFate.Off);
            frame.Dispose();
            return;
        }

        var motion = lane.Observe(frame);
        if (motion.IsStill)
        {
            lane.Ledger.CapturedAs(FrameFate.Still);
            lane.Elapse(frame);
            return;
        }

        if (lane.HandOver == HandOver.EveryFrame)
        {
            lane.Slot.WaitUntilEmpty(stopping);
        }

        // Booked first: the moment it lies in the slot, a loop may take it.
        lane.Ledger.CapturedIntoSlot();
        if (lane.Slot.Put(frame, motion.Regions.Span, out var replaced))
        {
            lane.Ledger.SlotTo(FrameFate.Superseded);
            lane.Elapse(replaced);
        }

        lane.FrameWaiting?.Invoke();
    }

    /// <summary>
    /// Loop thread: the scheduler's choice among the lanes, taken out of its slot into the ticket. Frames it lets go
    /// end here. False when nothing is to be inferred now.
    /// </summary>
    public bool Pick(LaneGroup lanes, InferenceTicket ticket)
    {
        while (true)
        {
            var budget = _budget;
            var pick = scheduler.Pick(lanes.Look(budget), budget);
            if (pick.Verdict == PickVerdict.None)
            {
                return false;
            }

            var lane = lanes[pick.Lane];
            if (!lane.Slot.TryTake(ticket.RegionRoom, out var regionCount, out var frame))
            {
                continue;
            }

            if (pick.Verdict == PickVerdict.Infer)
            {
                lane.Ledger.SlotToFlight();
                lanes.NoteTaken(lane, frame.Stamp.MediaTime, budget);
                ticket.Lane = lane;
                ticket.Frame = frame.HandTo(FrameHolder.Inference);
                ticket.RegionCount = regionCount;
                ticket.Picked = time.GetTimestamp();
                return true;
            }

            lane.LetGo(frame, pick.Verdict == PickVerdict.Stale ? FrameFate.Stale : FrameFate.OverBudget);
        }
    }

    /// <summary>Loop thread: an inferred frame's detections go to tracker, rules and sinks.</summary>
    public static void Accept(InferenceTicket ticket, OperatingPoint point, Detections.LabelSet labels, StageTimings timings)
    {
        var lane = ticket.Lane!;
        var stamp = ticket.Frame.Stamp;
        if (lane.Plan.WantedClasses is { } wanted)
        {
            ticket.Detections.KeepClasses(wanted);
        }

        IReadOnlyList<Scenes.SceneEvent> events;
        lock (lane.SceneLock)
        {
            lane.Tracker.Update(ticket.Detections, stamp);
            events = lane.Rules.Evaluate(ticket.Detections, stamp);
        }

        lane.Latency.Add(timings.Total);
        var result = new LaneResult
        {
            CameraId = lane.Plan.CameraId, Stamp = stamp, Frame = ticket.Frame.Frame, Detections = ticket.Detections.Items,
            Labels = labels, Point = point, Timings = timings,
        };

        foreach (var sink in lane.Sinks)
        {
            sink.OnResult(result);
            for (var i = 0; i < events.Count; i++)
            {
                sink.OnEvent(events[i]);
            }
        }

        // Last, so that whoever sees the frame counted as inferred can rely on the sinks having it.
        lane.Ledger.FlightTo(FrameFate.Inferred);
        lane.InferenceFault = null;
        ticket.Frame.Dispose();
    }

    /// <summary>Loop thread: the inference failed. Said once per kind of fault, counted per frame.</summary>
    public static void Fail(InferenceTicket ticket, Fault fault)
    {
        var lane = ticket.Lane!;
        lane.Elapse(ticket.Frame);
        lane.Ledger.FlightTo(FrameFate.Failed);
        if (lane.InferenceFault?.Code != fault.Code)
        {
            lane.InferenceFault = fault;
            foreach (var sink in lane.Sinks)
            {
                sink.OnFault(fault);
            }
        }
    }
}
