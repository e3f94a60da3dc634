namespace EdgeVision.Service.Quantizing;

/// <summary>Some of many, evenly spread.</summary>
public static class EvenPicks
{
    /// <returns>At most <paramref name="wanted"/> indices below <paramref name="count"/>, rising, each the middle of its share.</returns>
    public static IReadOnlyList<int> Of(int count, int wanted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, 1);
        return wanted >= count
            ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, wanted).Select(i => (int)((((2L * i) + 1) * count) / (2L * wanted)))];
    }
}
