using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Profiling;

/// <summary>Everything that was measured of one model, before anything is fitted.</summary>
/// <param name="Points">By point.</param>
/// <param name="Unusable">What did not load or run, by "accelerator xN", with the reason.</param>
public sealed record ProfileSamples(IReadOnlyList<PointSamples> Points, IReadOnlyDictionary<string, string> Unusable)
{
    /// <summary>How a point is named where no model needs to be.</summary>
    public static string NameOf(OperatingPoint point) => $"{point.Accelerator} x{point.Threads}{(point.Spinning ? " spinning" : "")}";
}
