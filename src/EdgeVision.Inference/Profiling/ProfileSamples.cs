using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Profiling;

/// <summary>Everything that was measured of one model, before anything is fitted.</summary>
/// <param name="Points">By point.</param>
/// <param name="Unusable">What did not load or run, by "accelerator xN", with the reason.</param>
public sealed record ProfileSamples(IReadOnlyList<PointSamples> Points, IReadOnlyDictionary<string, string> Unusable)
{
    /// <summary>Both together; where one says that a point is unusable and the other measured it, it is not.</summary>
    public ProfileSamples With(ProfileSamples later)
    {
        IReadOnlyList<PointSamples> points = [.. Points, .. later.Points];
        var measured = points.Select(static point => NameOf(point.Point)).ToHashSet(StringComparer.Ordinal);
        var unusable = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, reason) in Unusable.Concat(later.Unusable).Where(one => !measured.Contains(one.Key)))
        {
            unusable[name] = reason;
        }

        return new ProfileSamples(points, unusable);
    }

    /// <summary>How a point is named where no model needs to be.</summary>
    public static string NameOf(OperatingPoint point) => $"{point.Accelerator} x{point.Threads}{(point.Spinning ? " spinning" : "")}";
}
