using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>
/// A model of one convolution and one Relu that every provider for pictures can take whole: input x[1,3,8,8],
/// output y[1,4,8,8]. The weights are small multiples of 1/8, so that float sums are exact in any order.
/// </summary>
public static class ProbeModel
{
    public const int Side = 8;

    internal const int InputChannels = 3;
    internal const int OutputChannels = 4;
    private const int Kernel = 3;

    /// <summary>The file. An IR version and opset that ONNX Runtime has read since 1.17.</summary>
    public static byte[] Write()
    {
        var graph = new OnnxGraph { Name = "probe" };
        graph.Inputs.Add(Value("x", OnnxDataType.Float32, InputChannels));
        graph.Outputs.Add(Value("y", OnnxDataType.Float32, OutputChannels));
        graph.Initializers.Add(Constant("w", OnnxDataType.Float32, Weights(), WeightShape));
        graph.Nodes.Add(Convolution("x", "w", "c"));
        graph.Nodes.Add(new OnnxNode { OpType = "Relu", Name = "relu", Inputs = ["c"], Outputs = ["y"] });
        return File(graph);
    }

    /// <summary>Fills an input with values that differ from element to element.</summary>
    public static void Fill(Span<float> input)
    {
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = ((i * 7 % 17) - 8) / 8f;
        }
    }

    /// <summary>The output that the filled input gives, computed here.</summary>
    public static float[] Expected()
    {
        var input = new float[InputChannels * Side * Side];
        Fill(input);
        var weights = Weights();
        var output = new float[OutputChannels * Side * Side];
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = Math.Max(0, Sum(input, weights, i / (Side * Side), i / Side % Side, i % Side));
        }

        return output;
    }

    private static float Sum(float[] input, float[] weights, int channel, int row, int column)
    {
        var sum = 0f;
        for (var k = 0; k < InputChannels * Kernel * Kernel; k++)
        {
            var y = row + (k / Kernel % Kernel) - 1;
            var x = column + (k % Kernel) - 1;
            if (y is >= 0 and < Side && x is >= 0 and < Side)
            {
                sum += weights[(channel * InputChannels * Kernel * Kernel) + k] * input[(k / (Kernel * Kernel) * Side * Side) + (y * Side) + x];
            }
        }

        return sum;
    }

    internal static long[] WeightShape => [OutputChannels, InputChannels, Kernel, Kernel];

    internal static float[] Weights() =>
        [.. Enumerable.Range(0, OutputChannels * InputChannels * Kernel * Kernel).Select(i => ((i * 5 % 13) - 6) / 8f)];

    internal static OnnxValueInfo Value(string name, OnnxDataType type, int channels) => new()
    {
        Name = name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor, ElementType = type,
            Shape = [new OnnxDimension(1), new OnnxDimension(channels), new OnnxDimension(Side), new OnnxDimension(Side)],
        },
    };

    internal static OnnxTensor Constant<T>(string name, OnnxDataType type, T[] values, IReadOnlyList<long> shape)
        where T : unmanaged => new()
        {
            Name = name, Type = type, Dimensions = shape, Storage = OnnxStorage.Raw, Data = MemoryMarshal.AsBytes(values.AsSpan()).ToArray(),
        };

    internal static OnnxNode Convolution(string input, string weights, string output) => new()
    {
        OpType = "Conv", Name = "conv", Inputs = [input, weights], Outputs = [output],
        Attributes = [Integers("kernel_shape", Kernel, Kernel), Integers("pads", 1, 1, 1, 1), Integers("strides", 1, 1)],
    };

    internal static byte[] File(OnnxGraph graph)
    {
        var model = new OnnxModel { IrVersion = 8, Graph = graph };
        model.Opsets.Add(new OnnxOpset("", 13));
        return OnnxWriter.Write(model);
    }

    private static OnnxAttribute Integers(string name, params long[] values) =>
        new() { Name = name, Type = OnnxAttributeType.Integers, Integers = values };
}
