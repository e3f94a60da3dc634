using System.Runtime.InteropServices;
using System.Text;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>A float model written by hand, with seeded weights.</summary>
internal sealed class GraphBuilder
{
    private readonly Random _random;

    public GraphBuilder(int seed = 1)
    {
        _random = new Random(seed);
        Model.Opsets.Add(new OnnxOpset("", 17));
        Model.Graph.Name = "by hand";
    }

    public OnnxModel Model { get; } = new() { IrVersion = 8, ProducerName = "by hand" };

    public string Input(string name, OnnxDataType type, params long[] shape)
    {
        Model.Graph.Inputs.Add(Info(name, type, shape));
        return name;
    }

    public string Input(string name, params long[] shape) => Input(name, OnnxDataType.Float32, shape);

    /// <summary>Declares outputs without a shape, so that ONNX Runtime says what it is.</summary>
    public GraphBuilder Output(params string[] values)
    {
        foreach (var value in values)
        {
            Model.Graph.Outputs.Add(Info(value, OnnxDataType.Float32, null));
        }

        return this;
    }

    public string Constant(string name, float[] values, params long[] shape)
    {
        Model.Graph.Initializers.Add(new OnnxTensor
        {
            Name = name, Type = OnnxDataType.Float32, Dimensions = shape, Data = MemoryMarshal.AsBytes<float>(values).ToArray(),
        });
        return name;
    }

    public string Integers(string name, params long[] values)
    {
        Model.Graph.Initializers.Add(new OnnxTensor
        {
            Name = name, Type = OnnxDataType.Int64, Dimensions = [values.Length], Data = MemoryMarshal.AsBytes<long>(values).ToArray(),
        });
        return name;
    }

    public string Weights(string name, params long[] shape) =>
        Constant(name, Random((int)shape.Aggregate(1L, static (a, b) => a * b), .5f), shape);

    public float[] Random(int count, float greatest) =>
        [.. Enumerable.Range(0, count).Select(_ => ((_random.NextSingle() * 2) - 1) * greatest)];

    public string Conv(string name, string x, long outputs, long inputs, long kernel, long stride = 1, long groups = 1, bool bias = true) => Node(
        "Conv", name,
        [x, Weights(name + ".w", outputs, inputs / groups, kernel, kernel), .. bias ? [Weights(name + ".b", outputs)] : Array.Empty<string>()],
        Ints("kernel_shape", kernel, kernel), Ints("strides", stride, stride), Int("group", groups),
        Ints("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2));

    public string Resize(string name, string x, float scale = 2, string mode = "nearest") => Node(
        "Resize", name, [x, "", Constant(name + ".scales", [1, 1, scale, scale], 4)],
        Text("mode", mode), Text("coordinate_transformation_mode", "asymmetric"), Text("nearest_mode", "floor"));

    /// <summary>Adds a node that makes one value of its own name.</summary>
    public string Node(string operation, string name, string[] inputs, params OnnxAttribute[] attributes) =>
        Node(operation, name, inputs, [name], attributes)[0];

    public string[] Node(string operation, string name, string[] inputs, string[] outputs, OnnxAttribute[] attributes)
    {
        Model.Graph.Nodes.Add(new OnnxNode { OpType = operation, Name = name, Inputs = inputs, Outputs = outputs, Attributes = attributes });
        return outputs;
    }

    public static OnnxAttribute Int(string name, long value) => new() { Name = name, Type = OnnxAttributeType.Integer, Integer = value };

    public static OnnxAttribute Ints(string name, params long[] values) => new() { Name = name, Type = OnnxAttributeType.Integers, Integers = values };

    public static OnnxAttribute Number(string name, float value) => new() { Name = name, Type = OnnxAttributeType.Number, Number = value };

    public static OnnxAttribute Text(string name, string value) =>
        new() { Name = name, Type = OnnxAttributeType.Text, Texts = [Encoding.UTF8.GetBytes(value)] };

    public static OnnxValueInfo Info(string name, OnnxDataType type, long[]? shape) => new()
    {
        Name = name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor, ElementType = type, Shape = shape is null ? null : [.. shape.Select(size => new OnnxDimension(size))],
        },
    };
}
