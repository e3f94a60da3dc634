namespace EdgeVision.Core.Operating;

/// <summary>A measured operating point.</summary>
/// <param name="Point">What ran.</param>
/// <param name="Family">What it ran on.</param>
/// <param name="Cost">What that cost.</param>
public sealed record PointCost(OperatingPoint Point, AcceleratorFamily Family, MeasuredCost Cost)
{
    /// <summary>An order of points that does not depend on where they stand in a table.</summary>
    public static IComparer<OperatingPoint> Order { get; } = Comparer<OperatingPoint>.Create(static (one, other) =>
    {
        var names = string.CompareOrdinal(one.Model, other.Model);
        names = names != 0 ? names : string.CompareOrdinal(one.ModelSha256, other.ModelSha256);
        names = names != 0 ? names : string.CompareOrdinal(one.Accelerator, other.Accelerator);
        return names != 0 ? names : (one.Threads, one.Spinning, one.Input.Width, one.Input.Height)
            .CompareTo((other.Threads, other.Spinning, other.Input.Width, other.Input.Height));
    });
}
