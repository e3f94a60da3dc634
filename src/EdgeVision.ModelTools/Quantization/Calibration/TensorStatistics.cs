namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>What was seen of a tensor's values: enough for every calibrator, in bounded memory.</summary>
public sealed class TensorStatistics
{
    /// <summary>Values so far.</summary>
    public long Count { get; private set; }

    /// <summary>The least value; infinity when there is none.</summary>
    public float Min { get; private set; } = float.PositiveInfinity;

    /// <summary>The greatest value; minus infinity when there is none.</summary>
    public float Max { get; private set; } = float.NegativeInfinity;

    /// <summary>Whether no value was infinite or not a number. A tensor with such values has no range and stays float.</summary>
    public bool IsFinite { get; private set; } = true;

    /// <summary>How the values lie; nothing is left out or sampled.</summary>
    public ValueHistogram Histogram { get; } = new();

    /// <summary>Takes in values.</summary>
    public void Observe(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var extent = ValueExtent.Of(values);
        IsFinite &= extent.IsFinite;
        if (!IsFinite)
        {
            return;
        }

        Count += values.Length;
        Min = Math.Min(Min, extent.Min);
        Max = Math.Max(Max, extent.Max);
        Histogram.Add(values, extent);
    }
}
