namespace EdgeVision.Core.Pipeline;

/// <summary>A camera's frame counts at one instant.</summary>
/// <param name="Captured">Frames that arrived.</param>
/// <param name="Fates">Frames by <see cref="FrameFate"/>, in the enum's order.</param>
/// <param name="InSlot">Frames that wait: 0 or 1.</param>
/// <param name="InFlight">Frames being prepared or inferred.</param>
public sealed record LedgerReading(long Captured, IReadOnlyList<long> Fates, int InSlot, int InFlight)
{
    public long this[FrameFate fate] => Fates[(int)fate];

    /// <summary>The law of the books: nothing is lost and nothing counted twice.</summary>
    public bool IsBalanced => Captured == Fates.Sum() + InSlot + InFlight;
}
