namespace EdgeVision.Inference.Onnx.Wire;

/// <summary>Base-128 numbers, least significant group first.</summary>
internal static class Varint
{
    public const int MaxBytes = 10;

    /// <summary>Reads one that was checked before.</summary>
    public static ulong Take(ref ReadOnlySpan<byte> rest)
    {
        var read = Read(rest, out var value);
        rest = rest[read..];
        return value;
    }

    /// <summary>Bytes of the number at the span's start; 0 when it is cut off, -1 when it is overlong or beyond 64 bits.</summary>
    public static int Read(ReadOnlySpan<byte> from, out ulong value)
    {
        value = 0;
        for (var index = 0; index < from.Length; index++)
        {
            var part = from[index];
            if (index == MaxBytes - 1 && part > 1)
            {
                return -1;
            }

            value |= (ulong)(part & 0x7f) << (7 * index);
            if (part < 0x80)
            {
                // A last group of zero says nothing: another encoding of the same number.
                return part == 0 && index > 0 ? -1 : index + 1;
            }
        }

        return 0;
    }

    /// <summary>Numbers in a packed payload; 0 when it is empty, -1 when one is cut off, overlong or too great.</summary>
    public static int Count(ReadOnlySpan<byte> payload)
    {
        var count = 0;
        while (payload.Length > 0)
        {
            var read = Read(payload, out _);
            if (read <= 0)
            {
                return -1;
            }

            payload = payload[read..];
            count++;
        }

        return count;
    }
}
