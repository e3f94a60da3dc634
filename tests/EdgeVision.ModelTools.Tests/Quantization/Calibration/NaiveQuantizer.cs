using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>Quantizes value by value, as QuantizeLinear and DequantizeLinear would to uint8.</summary>
internal static class NaiveQuantizer
{
    public static double MeanSquaredError(float[] values, TensorRange range)
    {
        var scale = ((double)range.Max - range.Min) / 255;
        var zero = Math.Clamp(Math.Round(-range.Min / scale), 0, 255);
        return values.Average(value =>
        {
            var code = Math.Clamp(Math.Round(value / scale) + zero, 0, 255);
            var error = value - ((code - zero) * scale);
            return error * error;
        });
    }
}
