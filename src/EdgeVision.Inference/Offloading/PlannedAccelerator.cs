using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Offloading;

/// <summary>An accelerator's place in a plan.</summary>
/// <param name="Offer">What it is.</param>
/// <param name="Point">What runs on it.</param>
/// <param name="P95Ms">95th percentile of its latency; null when it was not measured.</param>
public sealed record PlannedAccelerator(AcceleratorOffer Offer, OperatingPoint Point, double? P95Ms = null)
{
    // Far above what a detector takes, and short enough that a frame which hangs still becomes a detection in time.
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(1);
    private const double DeadlineByP95 = 4;

    /// <summary>A run that takes longer has failed.</summary>
    public TimeSpan RunDeadline => P95Ms is { } measured && DeadlineByP95 * measured > UsualDeadline.TotalMilliseconds
        ? TimeSpan.FromMilliseconds(DeadlineByP95 * measured) : UsualDeadline;
}
