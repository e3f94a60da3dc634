using EdgeVision.Inference.Onnx;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>
/// <see cref="ProbeModel"/> in 8 bits, for accelerators that take nothing else: input x[1,3,8,8], output y[1,4,8,8], both unsigned
/// bytes, with Conv between DequantizeLinear and QuantizeLinear as vendors' tools write it. Input and weights are the same
/// numbers without any loss; the Relu is the lower bound of the output's range.
/// </summary>
public static class QuantizedProbeModel
{
    /// <summary>The difference between two neighbouring values of the output. The greatest is 255 times it, above every sum.</summary>
    public const float Step = 1f / 16;

    private const float InputStep = 1f / 8;
    private const byte InputZero = 128;

    /// <summary>The file. An IR version and opset that ONNX Runtime has read since 1.17.</summary>
    public static byte[] Write()
    {
        var graph = new OnnxGraph { Name = "probe-int8" };
        graph.Inputs.Add(ProbeModel.Value("x", OnnxDataType.UInt8, ProbeModel.InputChannels));
        graph.Outputs.Add(ProbeModel.Value("y", OnnxDataType.UInt8, ProbeModel.OutputChannels));
        sbyte[] weights = [.. ProbeModel.Weights().Select(weight => (sbyte)(weight / InputStep))];
        graph.Initializers.Add(ProbeModel.Constant("w", OnnxDataType.Int8, weights, ProbeModel.WeightShape));
        AddScale(graph, "x", InputStep, OnnxDataType.UInt8, InputZero);
        AddScale(graph, "w", InputStep, OnnxDataType.Int8, 0);
        AddScale(graph, "y", Step, OnnxDataType.UInt8, 0);
        graph.Nodes.Add(Node("DequantizeLinear", "x", "x_float", "x"));
        graph.Nodes.Add(Node("DequantizeLinear", "w", "w_float", "w"));
        graph.Nodes.Add(ProbeModel.Convolution("x_float", "w_float", "c"));
        graph.Nodes.Add(Node("QuantizeLinear", "c", "y", "y"));
        return ProbeModel.File(graph);
    }

    /// <summary>Fills an input with what <see cref="ProbeModel.Fill"/> fills its own with.</summary>
    public static void Fill(Span<byte> input)
    {
        var values = new float[input.Length];
        ProbeModel.Fill(values);
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = (byte)((values[i] / InputStep) + InputZero);
        }
    }

    /// <summary>The numbers that an output's bytes stand for.</summary>
    public static float[] Values(ReadOnlySpan<byte> output)
    {
        var values = new float[output.Length];
        for (var i = 0; i < output.Length; i++)
        {
            values[i] = output[i] * Step;
        }

        return values;
    }

    private static void AddScale(OnnxGraph graph, string name, float scale, OnnxDataType type, byte zero)
    {
        graph.Initializers.Add(ProbeModel.Constant($"{name}_scale", OnnxDataType.Float32, [scale], []));
        graph.Initializers.Add(ProbeModel.Constant($"{name}_zero", type, new[] { zero }, []));
    }

    private static OnnxNode Node(string operation, string input, string output, string scale) => new()
    {
        OpType = operation, Name = $"{operation} {scale}", Inputs = [input, $"{scale}_scale", $"{scale}_zero"], Outputs = [output],
    };
}
