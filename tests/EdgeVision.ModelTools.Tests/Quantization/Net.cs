using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization;

/// <summary>Builds small models by hand. Input "x" is float32 [1, channels, size, size].</summary>
internal sealed class Net(int channels, int size, int seed = 1)
{
    private readonly Random _random = new(seed);
    private readonly OnnxGraph _graph = new() { Name = "net" };

    /// <summary>A Conv with 3x3 weights (or another kernel) drawn from a normal distribution, times a factor for each output channel.</summary>
    public Net Conv(string name, string from, int input, int output, int groups = 1, int kernel = 3, float[]? factors = null, bool bias = true)
    {
        var perChannel = input / groups * kernel * kernel;
        var weights = new float[output * perChannel];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Normal() * (factors?[i / perChannel] ?? 1) / MathF.Sqrt(perChannel);
        }

        Constant($"{name}_w", weights, output, input / groups, kernel, kernel);
        if (bias)
        {
            Constant($"{name}_b", [.. Enumerable.Range(0, output).Select(_ => 0.1f * Normal())], output);
        }

        return Node("Conv", name, bias ? [from, $"{name}_w", $"{name}_b"] : [from, $"{name}_w"], Ints("pads", kernel / 2, 4), Int("group", groups));
    }

    /// <summary>A node with one output, called as the node.</summary>
    public Net Node(string op, string name, string[] from, params OnnxAttribute[] attributes)
    {
        _graph.Nodes.Add(new OnnxNode { OpType = op, Name = name, Inputs = from, Outputs = [name], Attributes = attributes });
        return this;
    }

    public Net Constant(string name, float[] values, params long[] shape)
    {
        _graph.Initializers.Add(new OnnxTensor
        {
            Name = name,
            Type = OnnxDataType.Float32,
            Dimensions = shape,
            Storage = OnnxStorage.Raw,
            Data = MemoryMarshal.AsBytes(values.AsSpan()).ToArray(),
        });
        return this;
    }

    public OnnxModel Model(params string[] outputs)
    {
        var model = new OnnxModel { IrVersion = 8, Graph = _graph };
        model.Opsets.Add(new OnnxOpset("", 13));
        _graph.Inputs.Add(Value("x", [1, channels, size, size]));
        foreach (var output in outputs)
        {
            _graph.Outputs.Add(Value(output, null));
        }

        return model;
    }

    public static OnnxAttribute Int(string name, long value) => new() { Name = name, Type = OnnxAttributeType.Integer, Integer = value };

    public static OnnxAttribute Ints(string name, long value, int count) =>
        new() { Name = name, Type = OnnxAttributeType.Integers, Integers = [.. Enumerable.Repeat(value, count)] };

    public static OnnxAttribute Number(string name, float value) => new() { Name = name, Type = OnnxAttributeType.Number, Number = value };

    private static OnnxValueInfo Value(string name, long[]? shape) => new()
    {
        Name = name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor,
            ElementType = OnnxDataType.Float32,
            Shape = shape is null ? null : [.. shape.Select(static one => new OnnxDimension(one))],
        },
    };

    private float Normal() => Draw.Normal(_random);
}
