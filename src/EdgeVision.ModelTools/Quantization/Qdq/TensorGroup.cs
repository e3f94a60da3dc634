using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>Values that share scale and zero point.</summary>
internal sealed class TensorGroup
{
    public TensorGroup(string name, TensorRange range)
    {
        if (!float.IsFinite(range.Min) || !float.IsFinite(range.Max))
        {
            throw new QuantizationRefusedException(
                "", $"value '{name}' has the range {range.Min}..{range.Max}: the model makes numbers that are not finite with the calibration pictures");
        }

        Name = name;
        Range = range;
        Values.Add(name);
    }

    /// <summary>The value that scale and zero point are named for.</summary>
    public string Name { get; }

    public TensorRange Range { get; set; }

    /// <summary>The meaning of bytes that the model is given; null for values that it makes.</summary>
    public Quantization8? Given { get; init; }

    /// <summary>A clamp that leaves its work to the 8 bits makes a value of the group.</summary>
    public bool BeginsAtZero { get; set; }

    /// <summary>Where such a clamp cuts.</summary>
    public float Ceiling { get; set; } = float.PositiveInfinity;

    public List<string> Values { get; } = [];

    /// <summary>Set when all groups are made.</summary>
    public Quantization8 Quantization { get; set; }
}
