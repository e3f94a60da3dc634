using System.Text;

namespace EdgeVision.Inference.Workers;

/// <summary>The last words that a worker and its libraries printed, in a fixed number of bytes.</summary>
internal sealed class OutputTail
{
    public const int MaxBytes = 4096;
    private const int MaxLines = 20;

    private readonly byte[] _ring = new byte[MaxBytes];
    private long _count;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            _ring[_count++ % MaxBytes] = value is >= 0x20 or (byte)'\n' or (byte)'\t' ? value : (byte)' ';
        }
    }

    /// <summary>At most 20 lines, oldest first.</summary>
    public override string ToString()
    {
        var kept = (int)Math.Min(_count, MaxBytes);
        var bytes = new byte[kept];
        for (var i = 0; i < kept; i++)
        {
            bytes[i] = _ring[(_count - kept + i) % MaxBytes];
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('\n', lines.TakeLast(MaxLines));
    }
}
