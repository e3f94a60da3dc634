namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>A quantized tensor, by the standard: value = (number - ZeroPoint) · Scale.</summary>
internal sealed record Bits(int[] Numbers, long[] Shape, float Scale, int ZeroPoint, bool Signed)
{
    public double this[long i] => (Numbers[i] - ZeroPoint) * (double)Scale;

    /// <summary>QuantizeLinear: round half to even, add the zero point, cut.</summary>
    public int Nearest(double value) => Cut(Math.Round(value / Scale) + ZeroPoint);

    public int Cut(double number) => (int)Math.Clamp(number, Signed ? -128 : 0, Signed ? 127 : 255);
}
