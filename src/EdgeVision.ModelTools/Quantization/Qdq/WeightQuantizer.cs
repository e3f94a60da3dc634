using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>Symmetric 8-bit weights and the 32-bit biases that go with them.</summary>
internal sealed class WeightQuantizer
{
    /// <summary>A scale is at least this part of the greatest one: channels that training left dead have next to nothing in them.</summary>
    private const float LeastPart = 1f / (1 << 20);

    /// <summary>Half of what an accumulator holds: the rest is for the products, at most 255 · 127 · 33,000 of them.</summary>
    private const double GreatestBias = 1 << 30;

    private readonly int _greatest;
    private readonly bool _perChannel;

    public WeightQuantizer(QdqOptions options)
    {
        _greatest = options.ReduceRange ? 64 : 127;
        _perChannel = options.PerChannel;
    }

    /// <summary>Null when a weight or a bias is not a finite number.</summary>
    /// <param name="weights">Floats.</param>
    /// <param name="axis">The dimension of output channels.</param>
    /// <param name="bias">One for each channel; null without.</param>
    /// <param name="inputScale">Of the activations that they are multiplied with.</param>
    public QuantizedWeights? Quantize(OnnxTensor weights, int axis, OnnxTensor? bias, float inputScale)
    {
        var channels = (int)weights.Dimensions[axis];
        var inner = (int)weights.Dimensions.Skip(axis + 1).Aggregate(1L, static (product, size) => product * size);
        var values = weights.AsFloats()!;
        var biases = bias is null ? [] : bias.AsFloats()!;
        var scales = Scales(values, channels, inner, biases, inputScale);
        if (scales.Any(static scale => !float.IsFinite(scale)))
        {
            return null;
        }

        var bytes = new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var scale = scales[i / inner % channels % scales.Length];
            bytes[i] = unchecked((byte)(int)Math.Clamp(MathF.Round(values[i] / scale), -_greatest, _greatest));
        }

        return new QuantizedWeights(bytes, scales, bias is null ? null : Biases(biases, scales, inputScale));
    }

    private float[] Scales(ReadOnlySpan<float> values, int channels, int inner, ReadOnlySpan<float> biases, float inputScale)
    {
        var scales = new float[_perChannel ? channels : 1];
        for (var i = 0; i < values.Length; i++)
        {
            ref var scale = ref scales[i / inner % channels % scales.Length];
            scale = MathF.Max(scale, MathF.Abs(values[i]) / _greatest);
        }

        var least = scales.Max() * LeastPart;
        for (var i = 0; i < scales.Length; i++)
        {
            scales[i] = MathF.Max(scales[i], least > 0 ? least : 1f / _greatest);
        }

        for (var i = 0; i < biases.Length; i++)
        {
            ref var scale = ref scales[i % scales.Length];
            scale = MathF.Max(scale, (float)(Math.Abs((double)biases[i]) / inputScale / GreatestBias));
        }

        return scales;
    }

    private static int[] Biases(ReadOnlySpan<float> biases, float[] scales, float inputScale)
    {
        var steps = new int[biases.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = (int)Math.Round(biases[i] / ((double)inputScale * scales[i % scales.Length]));
        }

        return steps;
    }
}
