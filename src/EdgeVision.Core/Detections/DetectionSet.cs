namespace EdgeVision.Core.Detections;

/// <summary>
/// A reusable list of detections with a fixed capacity, so that filling it never allocates. What does not fit is
/// counted, not kept.
/// </summary>
public sealed class DetectionSet(int capacity = DetectionSet.DefaultCapacity)
{
    public const int DefaultCapacity = 300;

    private readonly Detection[] _items = new Detection[capacity];

    public int Count { get; private set; }

    public int Capacity => _items.Length;

    /// <summary>Detections that found no room since the last <see cref="Clear"/>.</summary>
    public int Overflow { get; private set; }

    public Span<Detection> Items => _items.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        Overflow = 0;
    }

    public bool Add(in Detection detection)
    {
        if (Count == _items.Length)
        {
            Overflow++;
            return false;
        }

        _items[Count++] = detection;
        return true;
    }

    /// <summary>Keeps the detections of the wanted classes, in their order.</summary>
    /// <param name="wanted">By class id; a class beyond its end is not wanted.</param>
    public void KeepClasses(ReadOnlySpan<bool> wanted)
    {
        var kept = 0;
        foreach (var detection in Items)
        {
            if (detection.ClassId < wanted.Length && wanted[detection.ClassId])
            {
                _items[kept++] = detection;
            }
        }

        Count = kept;
    }
}
