using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Placement;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>One accelerator of a list, as it stands.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Provider">The execution provider.</param>
/// <param name="State">How far it can be trusted.</param>
/// <param name="Active">Whether the next frame goes to it.</param>
/// <param name="Fault">Why it does not serve, or why it is suspect; null when all is well.</param>
/// <param name="Faults">Its faults so far.</param>
public sealed record AcceleratorStatus(string Name, string Provider, AcceleratorState State, bool Active, Fault? Fault, long Faults)
{
    /// <summary>How it last answered the golden frame; null when it never did, and for the one that the others are compared with.</summary>
    public GoldenVerdict? Verdict { get; init; }

    /// <summary>What of the model it runs; null where that is not known, and for the processor.</summary>
    public PlacementSummary? Placement { get; init; }
}
