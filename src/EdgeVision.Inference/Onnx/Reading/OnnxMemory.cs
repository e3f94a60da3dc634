namespace EdgeVision.Inference.Onnx.Reading;

/// <summary>
/// Counts the managed memory that a model's structure takes, before it is taken, so that many tiny messages cannot
/// become far more than the file. The constants are sizes on 64-bit systems, rounded up.
/// </summary>
internal sealed class OnnxMemory(ReadSession session)
{
    /// <summary>An object of this namespace with its place in a growing list.</summary>
    public const int Object = 160;

    /// <summary>A slice of 16 bytes in a list that doubles as it grows: its last array and all before may be half empty.</summary>
    public const int Slice = 64;

    /// <summary>An array or list before its first element.</summary>
    public const int Array = 56;

    /// <summary>A reference in a list that doubles as it grows.</summary>
    public const int Reference = 32;

    /// <summary>A name in the table of a graph's values.</summary>
    public const int TableEntry = 32;

    private long _left = ((long)session.File.Length * session.Limits.MemoryFactor) + session.Limits.MemoryBase;

    public void Take(long bytes, long offset)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw session.Refuse(
                OnnxRefusalReason.TooLarge, offset,
                $"its structure takes more memory than {session.Limits.MemoryFactor} times the file");
        }
    }
}
