using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.Benchmarks;

/// <summary>A plain network of 3x3 convolutions and ReLU, 320x320, about 1.3 million weights: the shape of net that 8 bits suit best.</summary>
internal static class ReluNet
{
    public const string Input = "pixels";
    public const int Size = 320;

    /// <summary>Output channels and stride of each convolution.</summary>
    private static readonly (int Channels, int Stride)[] s_layers =
        [(32, 2), (64, 2), (64, 1), (128, 2), (128, 1), (128, 1), (192, 2), (192, 1), (192, 1)];

    public static OnnxModel Create()
    {
        var model = new OnnxModel { IrVersion = 8, ProducerName = "benchmark" };
        model.Opsets.Add(new OnnxOpset("", 13));
        model.Graph.Name = "relu-net";
        model.Graph.Inputs.Add(Value(Input, 1, 3, Size, Size));
        var random = new Random(1);
        var (value, channels, size) = (Input, 3, Size);
        for (var i = 0; i < s_layers.Length; i++)
        {
            var (outputs, stride) = s_layers[i];
            size /= stride;
            Layer(model.Graph, random, i, value, channels, outputs, stride);
            (value, channels) = ($"relu{i}", outputs);
        }

        model.Graph.Outputs.Add(Value(value, 1, channels, size, size));
        return model;
    }

    private static void Layer(OnnxGraph graph, Random random, int number, string input, int channels, int outputs, int stride)
    {
        // Variance that keeps the values' size through ReLU (He et al. 2015).
        var spread = MathF.Sqrt(2f / (9 * channels));
        graph.Initializers.Add(Floats($"weights{number}", [outputs, channels, 3, 3], outputs * channels * 9, () => Normal(random) * spread));
        graph.Initializers.Add(Floats($"bias{number}", [outputs], outputs, () => Normal(random) * 0.1f));
        graph.Nodes.Add(new OnnxNode
        {
            OpType = "Conv", Name = $"conv{number}", Inputs = [input, $"weights{number}", $"bias{number}"], Outputs = [$"conv{number}"],
            Attributes = [Integers("pads", 1, 1, 1, 1), Integers("strides", stride, stride), Integers("kernel_shape", 3, 3)],
        });
        graph.Nodes.Add(new OnnxNode { OpType = "Relu", Name = $"relu{number}", Inputs = [$"conv{number}"], Outputs = [$"relu{number}"] });
    }

    private static OnnxTensor Floats(string name, long[] shape, int count, Func<float> next)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return new OnnxTensor { Name = name, Type = OnnxDataType.Float32, Dimensions = shape, Data = MemoryMarshal.AsBytes(values.AsSpan()).ToArray() };
    }

    private static OnnxAttribute Integers(string name, params long[] values) =>
        new() { Name = name, Type = OnnxAttributeType.Integers, Integers = values };

    private static OnnxValueInfo Value(string name, params long[] shape) => new()
    {
        Name = name,
        Type = new OnnxType { Kind = OnnxTypeKind.Tensor, ElementType = OnnxDataType.Float32, Shape = [.. shape.Select(static size => new OnnxDimension(size))] },
    };

    private static float Normal(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
