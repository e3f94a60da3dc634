using EdgeVision.Core.Ports;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>One opening of a candidate, from proof to close. Pins and retirement are guarded by the board's lock.</summary>
internal sealed class AcceleratorInstance
{
    public AcceleratorInstance(
        CandidateTrack track, IAccelerator accelerator, Action<InstanceRun, InferenceOutcome> ended, TimeProvider time)
    {
        Track = track;
        Accelerator = accelerator;
        Runs = [.. Enumerable.Range(0, accelerator.Slots).Select(slot => new InstanceRun(this, slot, ended, time))];
    }

    public CandidateTrack Track { get; }

    public IAccelerator Accelerator { get; }

    /// <summary>By slot.</summary>
    public IReadOnlyList<InstanceRun> Runs { get; }

    /// <summary>How many frames use its memory: prepared in it, or in flight.</summary>
    public int Pins { get; set; }

    /// <summary>It gets no more frames.</summary>
    public bool Retired { get; set; }

    /// <summary>Ends once it is retired and nobody uses its memory: it may be closed.</summary>
    public TaskCompletionSource Free { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
