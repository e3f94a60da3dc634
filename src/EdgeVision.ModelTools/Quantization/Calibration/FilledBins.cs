namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The bins of a histogram that hold something, laid out for many evaluations.</summary>
internal sealed class FilledBins
{
    private readonly double[] _edges;
    private readonly double[] _counts;
    private readonly double _width;

    private FilledBins(double[] edges, double[] counts, double width)
    {
        _edges = edges;
        _counts = counts;
        _width = width;
    }

    public static FilledBins Of(ValueHistogram histogram)
    {
        var edges = new List<double>();
        var counts = new List<double>();
        for (var bin = 0; bin < histogram.Counts.Length; bin++)
        {
            if (histogram.Counts[bin] > 0)
            {
                edges.Add(histogram.LowerEdge(bin));
                counts.Add(histogram.Counts[bin]);
            }
        }

        return new FilledBins([.. edges], [.. counts], histogram.BinWidth);
    }

    /// <summary>Sum of squared quantization errors, times the bins' width, of a range.</summary>
    public double Error(double low, double high)
    {
        if (high - low <= 0)
        {
            return double.PositiveInfinity;
        }

        var grid = AffineGrid.Of(low, high);
        var sum = 0.0;
        var (edge, upTo) = (double.NaN, 0.0);
        for (var bin = 0; bin < _edges.Length; bin++)
        {
            // Neighbours share an edge, exactly so since edges are multiples of a power of two.
            var from = edge == _edges[bin] ? upTo : grid.ErrorTo(_edges[bin]);
            edge = _edges[bin] + _width;
            upTo = grid.ErrorTo(edge);
            sum += _counts[bin] * (upTo - from);
        }

        return sum;
    }
}
