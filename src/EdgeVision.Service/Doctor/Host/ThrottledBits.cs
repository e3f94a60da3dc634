using System.Globalization;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>What a Raspberry Pi's firmware says of its power and heat. Bits as the documentation of `vcgencmd get_throttled` has them.</summary>
/// <param name="Value">Bits 0 to 3 are now, 16 to 19 since the start.</param>
public readonly record struct ThrottledBits(uint Value)
{
    private const int SinceStart = 16;

    private static readonly string[] Names = ["under-voltage", "processor frequency capped", "throttled", "soft temperature limit reached"];

    /// <summary>Reads "throttled=0x50005"; null when it is something else.</summary>
    public static ThrottledBits? Parse(string? answer)
    {
        var at = answer?.IndexOf("0x", StringComparison.Ordinal) ?? -1;
        return at >= 0 && answer!.StartsWith("throttled=", StringComparison.Ordinal)
            && uint.TryParse(answer.AsSpan(at + 2).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new ThrottledBits(value) : null;
    }

    /// <summary>What is wrong at this moment.</summary>
    public IReadOnlyList<string> Now => Named(0);

    /// <summary>What was wrong at some moment since the start.</summary>
    public IReadOnlyList<string> Ever => Named(SinceStart);

    /// <summary>Whether the supply is, or was, too weak.</summary>
    public bool IsPower => (Value & 0x10001) != 0;

    private string[] Named(int first)
    {
        var value = Value;
        return [.. Names.Where((_, bit) => (value >> (first + bit) & 1) != 0)];
    }
}
