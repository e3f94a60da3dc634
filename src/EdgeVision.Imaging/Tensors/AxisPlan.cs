namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// Along one axis: which two source samples each output sample lies between, and how far. Half-pixel centres, edges
/// repeated, as OpenCV's INTER_LINEAR: source = (output + 0.5 - offset) / scale - 0.5.
/// </summary>
internal sealed class AxisPlan(int outputs)
{
    /// <summary>Weights are in 1/256: a blend of two bytes fits 16 bits without sign.</summary>
    internal const int One = 256;

    private readonly int[] _index = new int[outputs];
    private readonly ushort[] _weight = new ushort[outputs];

    /// <summary>First output that shows the picture.</summary>
    internal int First { get; private set; }

    /// <summary>Outputs that show the picture, one after the other.</summary>
    internal int Count { get; private set; }

    /// <summary>Source samples along this axis.</summary>
    internal int Extent { get; private set; }

    /// <summary>The lower source sample, by output from <see cref="First"/>.</summary>
    internal ReadOnlySpan<int> Index => _index.AsSpan(0, Count);

    /// <summary>The share of the sample after it, 0..256.</summary>
    internal ReadOnlySpan<ushort> Weight => _weight.AsSpan(0, Count);

    internal void Prepare(int pictureExtent, int step, double scale, double offset)
    {
        First = Clamp(Math.Ceiling(offset - 0.5));
        Count = Clamp(Math.Ceiling((pictureExtent * scale) + offset - 0.5)) - First;
        Extent = (pictureExtent + step - 1) / step;
        var pace = 1 / (scale * step);
        for (var i = 0; i < Count; i++)
        {
            var position = Math.Clamp(((First + i + 0.5 - offset) * pace) - 0.5, 0, Extent - 1);
            var lower = Math.Min((int)position, Math.Max(0, Extent - 2));
            _index[i] = lower;
            _weight[i] = (ushort)Math.Round((position - lower) * One);
        }
    }

    /// <summary>The source sample after <see cref="Index"/>, itself at the last edge.</summary>
    internal int Next(int output) => Math.Min(_index[output] + 1, Extent - 1);

    private int Clamp(double output) => (int)Math.Clamp(output, 0, _index.Length);
}
