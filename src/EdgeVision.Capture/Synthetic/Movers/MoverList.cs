namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>The movers of one frame, from far to near; memory is kept.</summary>
internal sealed class MoverList
{
    /// <summary>Each may bring a rider, and the mask counts to 250.</summary>
    private const int Capacity = 120;

    private readonly Mover[] _items = new Mover[Capacity];

    public int Count { get; private set; }

    public ref readonly Mover this[int index] => ref _items[index];

    public void Clear() => Count = 0;

    public void Add(in Mover mover)
    {
        if (Count == Capacity)
        {
            return;
        }

        var at = Count++;
        while (at > 0 && mover.IsBehind(_items[at - 1]))
        {
            _items[at] = _items[at - 1];
            at--;
        }

        _items[at] = mover;
    }
}
