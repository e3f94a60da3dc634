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

    private const int InputChannels = 3;
    private const int OutputChannels = 4;
    private const int Kernel = 3;

    /// <summary>The file. An IR version and opset that ONNX Runtime has read since 1.17.</summary>
    public static byte[] Write()
    {
        var graph = new OnnxGraph { Name = "probe" };
        graph.Inputs.Add(Value("x", InputChannels));
        graph.Outputs.Add(Value("y", OutputChannels));
        graph.Initializers.Add(new OnnxTensor
        {
            Name = "w", Type = OnnxDataType.Float32, Dimensions = [OutputChannels, InputChannels, Kernel, Kernel],
            Storage = OnnxStorage.Raw, Data = MemoryMarshal.AsBytes(Weights().AsSpan()).ToArray(),
        });
        graph.Nodes.Add(new OnnxNode
        {
            OpType = "Conv", Name = "conv", Inputs = ["x", "w"], Outputs = ["c"],
            Attributes = [Integers("kernel_shape", Kernel, Kernel), Integers("pads", 1, 1, 1, 1), Integers("strides", 1, 1)],
        });
        graph.Nodes.Add(new OnnxNode { OpType = "Relu", Name = "relu", Inputs = ["c"], Outputs = ["y"] });
        var model = new OnnxModel { IrVersion = 8, Graph = graph };
        model.Opsets.Add(new OnnxOpset("", 13));
        return OnnxWriter.Write(model);
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

    private static float[] Weights() =>
        [.. Enumerable.Range(0, OutputChannels * InputChannels * Kernel * Kernel).Select(i => ((i * 5 % 13) - 6) / 8f)];

    private static OnnxValueInfo Value(string name, int channels) => new()
    {
        Name = name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor, ElementType = OnnxDataType.Float32,
            Shape = [new OnnxDimension(1), new OnnxDimension(channels), new OnnxDimension(Side), new OnnxDimension(Side)],
        },
    };

    private static OnnxAttribute Integers(string name, params long[] values) =>
        new() { Name = name, Type = OnnxAttributeType.Integers, Integers = values };
}
