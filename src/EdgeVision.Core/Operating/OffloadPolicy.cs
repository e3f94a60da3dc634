namespace EdgeVision.Core.Operating;

/// <summary>What a person asked for: a preference, or accelerators in order.</summary>
/// <param name="Preference">How to choose.</param>
/// <param name="Ordered">Names of accelerators, the most wanted first; empty for any.</param>
public sealed record OffloadPolicy(OffloadPreference Preference, IReadOnlyList<string> Ordered)
{
    public static OffloadPolicy Auto { get; } = new(OffloadPreference.Auto, []);

    /// <summary>By preference among all.</summary>
    public static OffloadPolicy Prefer(OffloadPreference preference) => new(preference, []);

    /// <summary>The first that can do the work.</summary>
    public static OffloadPolicy InOrder(params IReadOnlyList<string> accelerators) => new(OffloadPreference.Auto, accelerators);

    public override string ToString() => Ordered.Count > 0 ? $"in order {string.Join(", ", Ordered)}" : Preference switch
    {
        OffloadPreference.Auto => "auto",
        OffloadPreference.LowestEnergy => "prefer lowest-energy",
        OffloadPreference.LowestLatency => "prefer lowest-latency",
        OffloadPreference.Npu => "prefer npu",
        OffloadPreference.Gpu => "prefer gpu",
        _ => "prefer cpu",
    };

    /// <summary>
    /// How far from the wish a point is: 0 is wanted most. An accelerator that an ordered list leaves out comes last, for
    /// the case that none of the list was measured.
    /// </summary>
    internal int DistanceOf(PointCost point)
    {
        for (var place = 0; place < Ordered.Count; place++)
        {
            if (Ordered[place] == point.Point.Accelerator)
            {
                return place;
            }
        }

        return Ordered.Count > 0 ? Ordered.Count : IsOfWantedFamily(point.Family) ? 0 : 1;
    }

    private bool IsOfWantedFamily(AcceleratorFamily family) => Preference switch
    {
        OffloadPreference.Cpu => family == AcceleratorFamily.Cpu,
        OffloadPreference.Gpu => family == AcceleratorFamily.Gpu,
        OffloadPreference.Npu => family is not (AcceleratorFamily.Cpu or AcceleratorFamily.Gpu),
        _ => true,
    };
}
