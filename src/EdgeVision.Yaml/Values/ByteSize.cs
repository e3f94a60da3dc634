using System.Globalization;

namespace EdgeVision.Yaml.Values;

/// <summary>An amount of bytes, written <c>64MiB</c>, <c>500kB</c> or <c>4096B</c>.</summary>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>, IComparable
{
    // Largest first: writing takes the first that divides evenly.
    private static readonly (string Unit, long Factor)[] Units =
    [
        ("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10),
        ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("B", 1),
    ];

    public static ByteSize FromMiB(long amount) => new(amount << 20);

    /// <summary>Reads a number with a unit; without a unit it is no size.</summary>
    public static bool TryParse(string text, out ByteSize size)
    {
        size = default;
        if (!AmountWithUnit.TrySplit(text, out var amount, out var unit))
        {
            return false;
        }

        var factor = Array.Find(Units, u => u.Unit == unit).Factor;
        if (factor == 0 || amount > long.MaxValue / factor)
        {
            return false;
        }

        size = new ByteSize((long)(amount * factor));
        return true;
    }

    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    public int CompareTo(object? obj) => obj is ByteSize other ? CompareTo(other) : 1;

    public override string ToString()
    {
        var bytes = Bytes;
        var (unit, factor) = bytes == 0 ? Units[^1] : Array.Find(Units, u => bytes % u.Factor == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / factor}{unit}");
    }

    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;
}
