using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>One slot's frame on its way through the accelerators. Used by one thread at a time: whoever has the frame.</summary>
/// <param name="index">The slot's number.</param>
/// <param name="guard">For this slot alone.</param>
internal sealed class FallbackSlot(int index, OutputGuard guard)
{
    public int Index => index;

    public OutputGuard Guard => guard;

    public RunCompletion Completion { get; } = new();

    /// <summary>Outputs of accelerators that may be closed at any time.</summary>
    public OutputCopy Copy { get; } = new(guard.Lengths);

    /// <summary>Whose input was given out since the last submission; pinned.</summary>
    public AcceleratorInstance? Prepared { get; set; }

    /// <summary>Where the frame is in flight; pinned.</summary>
    public AcceleratorInstance? Current { get; set; }

    /// <summary>The outputs of the last good run.</summary>
    public ITensorOutputs? Outputs { get; set; }

    /// <summary>Whom they are from; null before the first.</summary>
    public AcceleratorCandidate? Answerer { get; set; }

    /// <summary>What went wrong with the frame before it came out.</summary>
    public List<FrameFault> Faults { get; } = [];
}
