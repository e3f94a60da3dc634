using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// How 8 bits stand for a float: (bits - ZeroPoint) · Scale, as the standard's DequantizeLinear has it. Zero itself is
/// always one of the 256 values, since paddings and clamps are made of it.
/// </summary>
/// <param name="Scale">Above 0.</param>
/// <param name="ZeroPoint">0..255 or -128..127.</param>
/// <param name="Type">UInt8 or Int8.</param>
internal readonly record struct Quantization8(float Scale, int ZeroPoint, OnnxDataType Type)
{
    private const int Steps = 255;

    /// <summary>The least and the greatest value.</summary>
    public TensorRange Range
    {
        get
        {
            var least = Type == OnnxDataType.UInt8 ? 0 : -128;
            return new TensorRange((least - ZeroPoint) * Scale, (least + Steps - ZeroPoint) * Scale);
        }
    }

    public static Quantization8 Of(TensorRange range, ActivationType activations)
    {
        var type = activations == ActivationType.U8 ? OnnxDataType.UInt8 : OnnxDataType.Int8;
        var least = activations == ActivationType.U8 ? 0 : -128;
        double min = Math.Min(range.Min, 0);
        double max = Math.Max(range.Max, 0);
        var scale = (float)((max - min) / Steps);
        if (!float.IsNormal(scale))
        {
            return new Quantization8(1, least, type);
        }

        return new Quantization8(scale, least + (int)Math.Clamp(Math.Round(-min / scale), 0, Steps), type);
    }

    /// <summary>Takes as much from the scale as rounding put above a ceiling, which a Clip at it must not notice.</summary>
    public Quantization8 Under(float ceiling)
    {
        var scale = Math.Min(Scale, ceiling / Steps);
        while (scale * Steps > ceiling)
        {
            scale = MathF.BitDecrement(scale);
        }

        return this with { Scale = scale };
    }

    /// <summary>Rounds half to even and cuts, as the standard's QuantizeLinear.</summary>
    public byte Bits(float value)
    {
        var least = Type == OnnxDataType.UInt8 ? 0 : -128;
        return unchecked((byte)(int)Math.Clamp(MathF.Round(value / Scale) + ZeroPoint, least, least + Steps));
    }
}
