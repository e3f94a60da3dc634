using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// A frame's way: to the active accelerator, and when it fails there, with the same input to the next one, until one answers or
/// none is left; after one that hung, straight to the last. Whoever ends a run carries the frame on, on its own thread. Nothing is allocated while all goes well.
/// </summary>
internal sealed class FrameRouter : IDisposable
{
    private readonly CandidateBoard _board;
    private readonly FaultWords _words;
    private readonly TimeProvider _time;
    private readonly FallbackSlot[] _slots;
    private readonly RunWatch _watch;

    public FrameRouter(ModelManifest manifest, int slots, CandidateBoard board, FaultWords words, TimeProvider time)
    {
        _board = board;
        _words = words;
        _time = time;
        _slots = [.. Enumerable.Range(0, slots).Select(slot => new FallbackSlot(
            slot, new OutputGuard(manifest.Decoder.Create(manifest.Input.Size, manifest.Classes.Count), manifest.Score)))];
        _watch = new RunWatch(slots, time, GiveUp);
    }

    public NativeTensor Input(int slot)
    {
        var frame = _slots[slot];
        var instance = frame.Prepared ??= _board.PinActive();
        return instance.Accelerator.Input(slot);
    }

    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        var frame = _slots[slot];
        var completion = frame.Completion.Begin();
        var prepared = frame.Prepared;
        frame.Prepared = null;
        Send(frame, _board.PinActive(), prepared);
        return completion;
    }

    public ITensorOutputs Outputs(int slot) =>
        _slots[slot].Outputs ?? throw new InvalidOperationException($"slot {slot} has no outputs yet");

    public AcceleratorCandidate? Answerer(int slot) => _slots[slot].Answerer;

    /// <summary>A run's end, from the thread of its accelerator.</summary>
    public void Ended(InstanceRun run, InferenceOutcome outcome)
    {
        var frame = _slots[run.Slot];
        var instance = run.Instance;
        if (outcome.Fault is { } fault)
        {
            FallBack(frame, new FrameFault(instance, fault, null, run.Started));
        }
        else if (!instance.Track.IsLast && Take(frame, run) is { } refused)
        {
            FallBack(frame, refused);
        }
        else
        {
            frame.Outputs = instance.Track.IsLast ? instance.Accelerator.Outputs(frame.Index) : frame.Copy;
            frame.Answerer = instance.Track.Candidate;
            Settle(frame, instance.Track);
            _board.Work(instance);
            End(frame, instance, outcome);
        }
    }

    /// <summary>Fails the frames that are still with accelerators which do not end.</summary>
    public void Dispose()
    {
        _watch.Dispose();
        foreach (var frame in _slots)
        {
            if (frame.Current is { Track.IsLast: false } instance && instance.Runs[frame.Index] is var run && run.TryGiveUp(run.UnderWay))
            {
                End(frame, instance, new InferenceOutcome(
                    _time.GetElapsedTime(run.Started), new Fault(FaultCode.AcceleratorLost, instance.Track.Subject, "the device stopped before it answered")));
            }
        }
    }

    /// <param name="frame">Not in flight.</param>
    /// <param name="target">Where to, pinned.</param>
    /// <param name="from">Where its input is, pinned for it; null for in the target.</param>
    private void Send(FallbackSlot frame, AcceleratorInstance target, AcceleratorInstance? from)
    {
        frame.Current = target;
        var run = target.Runs[frame.Index];
        var obstacle = run.IsBusy
            ? new Fault(FaultCode.AcceleratorTimedOut, target.Track.Subject, "it is still at work on a run that was given up", "if it goes on, restart the service")
            : from is null || from == target ? null : CopyInput(frame, from, target);
        if (from is not null)
        {
            _board.Unpin(from);
        }

        if (obstacle is not null)
        {
            FallBack(frame, new FrameFault(target, obstacle, null, _time.GetTimestamp()));
            return;
        }

        run.Begin();
        _watch.Watch(run);
        run.Submit();
    }

    private static Fault? CopyInput(FallbackSlot frame, AcceleratorInstance from, AcceleratorInstance to)
    {
        try
        {
            from.Accelerator.Input(frame.Index).Bytes.CopyTo(to.Accelerator.Input(frame.Index).Bytes);
            return null;
        }
        catch (Exception gone)
        {
            return new Fault(
                FaultCode.InferenceFailed, to.Track.Subject, $"the frame's input is gone with {from.Track.Candidate.Name}: {gone.GetType().Name}: {gone.Message}");
        }
    }

    /// <summary>Copies and checks the outputs; null when they are good.</summary>
    private static FrameFault? Take(FallbackSlot frame, InstanceRun run)
    {
        var instance = run.Instance;
        try
        {
            var outputs = instance.Accelerator.Outputs(frame.Index);
            var flaw = frame.Guard.CheckForm(outputs) ?? frame.Guard.Take(outputs, frame.Copy);
            return flaw is null ? null : new FrameFault(instance, OutputGuard.FaultOf(flaw, instance.Track.Subject), flaw, run.Started);
        }
        catch (Exception gone)
        {
            var fault = new Fault(
                FaultCode.AcceleratorLost, instance.Track.Subject, $"its outputs cannot be read: {gone.GetType().Name}: {gone.Message}", "it is opened anew");
            return new FrameFault(instance, fault, null, run.Started);
        }
    }

    private void GiveUp(InstanceRun run)
    {
        var track = run.Instance.Track;
        FallBack(_slots[run.Slot], new FrameFault(run.Instance, FaultWords.Hung(track, track.Candidate.RunLimit, "a run"), null, run.Started));
    }

    private void FallBack(FallbackSlot frame, FrameFault failure)
    {
        var instance = failure.Instance;

        // What the guard refuses counts once another accelerator's outputs have shown that it is not the model's way.
        if (failure.Flaw is null)
        {
            _board.Fail(instance, failure.Fault, FaultWords.IsLost(failure.Fault));
        }

        // A frame that has waited a whole deadline does not wait for another one's.
        if (_board.PinAfter(instance.Track, isLate: failure.Fault.Code == FaultCode.AcceleratorTimedOut) is { } next)
        {
            frame.Faults.Add(failure);
            Send(frame, next, from: instance);
            return;
        }

        Settle(frame, answeredBy: null);
        var cost = _time.GetElapsedTime(failure.Started);
        var fault = _words.Complete(failure.Fault, instance.Track.Candidate, FaultStage.Run, "the frame failed: no accelerator is left", cost);
        End(frame, instance, new InferenceOutcome(cost, fault));
    }

    /// <summary>Counts and publishes what the frame met before it came out.</summary>
    private void Settle(FallbackSlot frame, CandidateTrack? answeredBy)
    {
        // The usual case, without an enumerator.
        if (frame.Faults.Count == 0)
        {
            return;
        }

        var own = answeredBy is { IsLast: true } ? FlawOfReference(frame) : null;
        var action = answeredBy is null ? "the frame failed: no accelerator is left" : $"ran the frame on {answeredBy.Candidate.Name}";
        foreach (var failure in frame.Faults)
        {
            if (failure.Flaw is { } flaw)
            {
                if (own is not null)
                {
                    frame.Guard.Excuse(flaw);
                    continue;
                }

                _board.Fail(failure.Instance, failure.Fault, isLost: false);
            }

            _board.Publish(_words.Complete(
                failure.Fault, failure.Instance.Track.Candidate, FaultStage.Run, action, _time.GetElapsedTime(failure.Started)));
        }

        frame.Faults.Clear();
    }

    /// <summary>What the guard would say of the reference's own outputs: then it is the model's way.</summary>
    private static OutputFlaw? FlawOfReference(FallbackSlot frame)
    {
        try
        {
            return frame.Guard.CheckForm(frame.Outputs!) is null ? frame.Guard.CheckValues(frame.Outputs!) : null;
        }
        catch (Exception)
        {
            // The frame is answered all the same; decoding it will say what is wrong.
            return null;
        }
    }

    private void End(FallbackSlot frame, AcceleratorInstance instance, InferenceOutcome outcome)
    {
        frame.Current = null;
        _board.Unpin(instance);
        frame.Completion.Complete(outcome);
    }
}
