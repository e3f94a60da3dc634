namespace EdgeVision.Core.Frames;

/// <summary>
/// A fixed number of frame buffers of one size. Renting never allocates and never waits: an empty pool is an answer,
/// and the caller drops the frame.
/// </summary>
public sealed class FramePool
{
    // Oldest first: a buffer rests as long as possible before it is written again.
    private readonly Queue<FrameBuffer> _free;
    private readonly FrameBuffer[] _all;
    private readonly Lock _gate = new();

    /// <param name="count">Frames that can be out at once, at least 1.</param>
    /// <param name="format">The format of every frame of this pool.</param>
    public FramePool(int count, FrameFormat format)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Format = format;
        _all = new FrameBuffer[count];
        for (var i = 0; i < count; i++)
        {
            _all[i] = new FrameBuffer(this, format.ByteCount);
        }

        _free = new Queue<FrameBuffer>(_all);
    }

    public FrameFormat Format { get; }

    /// <summary>Bytes of pixel memory this pool holds.</summary>
    public long Bytes => (long)_all.Length * Format.ByteCount;

    /// <summary>Frames that are out now.</summary>
    public int Outstanding
    {
        get
        {
            lock (_gate)
            {
                return _all.Length - _free.Count;
            }
        }
    }

    /// <summary>Takes a free frame; false when all are out.</summary>
    public bool TryRent(FrameHolder holder, out FrameLease lease)
    {
        FrameBuffer? buffer;
        lock (_gate)
        {
            if (!_free.TryDequeue(out buffer))
            {
                lease = default;
                return false;
            }
        }

        lease = buffer.Rent(Format, holder);
        return true;
    }

    /// <summary>Who holds frames now, e.g. "Slot 1, Inference 2"; empty when all are back.</summary>
    public string DescribeHolders()
    {
        Span<int> counts = stackalloc int[Enum.GetValues<FrameHolder>().Length];
        foreach (var buffer in _all)
        {
            buffer.CountHolders(counts);
        }

        var parts = new List<string>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                parts.Add($"{(FrameHolder)i} {counts[i]}");
            }
        }

        return string.Join(", ", parts);
    }

    internal void Return(FrameBuffer buffer)
    {
        lock (_gate)
        {
            _free.Enqueue(buffer);
        }
    }
}
