namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// The last two source rows of one plane after their columns were resampled. Two neighbours never share a slot, so
/// going down a picture each source row is resampled once.
/// </summary>
internal sealed class SampledRows
{
    private readonly ushort[] _even;
    private readonly ushort[] _odd;
    private int _evenRow;
    private int _oddRow;

    internal SampledRows(int outputs)
    {
        _even = new ushort[ColumnGather.RoomFor(outputs)];
        _odd = new ushort[ColumnGather.RoomFor(outputs)];
        Forget();
    }

    /// <summary>For a new frame.</summary>
    internal void Forget()
    {
        _evenRow = -1;
        _oddRow = -1;
    }

    /// <summary>True when the row was resampled already; else the caller fills <paramref name="samples"/> now.</summary>
    internal bool Has(int sourceRow, out ushort[] samples)
    {
        ref var held = ref _evenRow;
        samples = _even;
        if ((sourceRow & 1) == 1)
        {
            held = ref _oddRow;
            samples = _odd;
        }

        var has = held == sourceRow;
        held = sourceRow;
        return has;
    }
}
