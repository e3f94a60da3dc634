using System.Runtime.InteropServices;
using System.Text;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

/// <summary>Builds small models; each node's value is returned by name, so that a graph reads as an expression.</summary>
internal sealed class HandModel
{
    private readonly Random _random = new(7);
    private int _values;

    public HandModel(long opset, params (string Name, object[] Shape)[] inputs)
    {
        Model.IrVersion = opset < 9 ? 3 : 7;
        Model.Opsets.Add(new OnnxOpset("", opset));
        foreach (var (name, shape) in inputs)
        {
            Model.Graph.Inputs.Add(Float(name, shape));
        }
    }

    public OnnxModel Model { get; } = new() { Graph = new OnnxGraph { Name = "hand" } };

    public static OnnxValueInfo Float(string name, params object[] shape) => new()
    {
        Name = name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor,
            ElementType = OnnxDataType.Float32,
            Shape = [.. shape.Select(size => size is string symbol ? new OnnxDimension(null, symbol) : new OnnxDimension(Convert.ToInt64(size)))],
        },
    };

    /// <summary>Adds a node with one output and says its name.</summary>
    public string Add(string operation, string[] inputs, params (string Name, object Value)[] attributes) =>
        Node(operation, inputs, [$"v{_values++}"], attributes).Outputs[0];

    public OnnxNode Node(string operation, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var node = new OnnxNode { OpType = operation, Inputs = inputs, Outputs = outputs, Attributes = [.. attributes.Select(Attribute)] };
        Model.Graph.Nodes.Add(node);
        return node;
    }

    public string Noise(params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = (_random.NextSingle() * 2) - 1;
        }

        return Constant(shape, values);
    }

    /// <summary>Positive numbers, as variances are.</summary>
    public string Positive(long count) => Constant([count], [.. Enumerable.Range(0, (int)count).Select(_ => _random.NextSingle() + .5f)]);

    public string Constant(long[] shape, params float[] values) => Initializer(OnnxDataType.Float32, shape, MemoryMarshal.AsBytes<float>(values).ToArray());

    public string List(params long[] values) => Integers([values.Length], values);

    public string Integers(long[] shape, params long[] values) => Initializer(OnnxDataType.Int64, shape, MemoryMarshal.AsBytes<long>(values).ToArray());

    public static OnnxTensor Tensor(OnnxDataType type, long[] shape, byte[] data) => new() { Type = type, Dimensions = shape, Data = data };

    public HandModel Output(params string[] names)
    {
        foreach (var name in names)
        {
            Model.Graph.Outputs.Add(new OnnxValueInfo { Name = name });
        }

        return this;
    }

    private string Initializer(OnnxDataType type, long[] shape, byte[] data)
    {
        var tensor = Tensor(type, shape, data);
        tensor.Name = $"c{_values++}";
        Model.Graph.Initializers.Add(tensor);
        if (Model.IrVersion < 4)
        {
            var input = Float(tensor.Name, [.. shape.Select(size => (object)size)]);
            input.Type!.ElementType = type;
            Model.Graph.Inputs.Add(input);
        }

        return tensor.Name;
    }

    private static OnnxAttribute Attribute((string Name, object Value) attribute) => attribute.Value switch
    {
        long or int => new() { Name = attribute.Name, Type = OnnxAttributeType.Integer, Integer = Convert.ToInt64(attribute.Value) },
        float number => new() { Name = attribute.Name, Type = OnnxAttributeType.Number, Number = number },
        string text => new() { Name = attribute.Name, Type = OnnxAttributeType.Text, Texts = [Encoding.UTF8.GetBytes(text)] },
        long[] integers => new() { Name = attribute.Name, Type = OnnxAttributeType.Integers, Integers = integers },
        float[] numbers => new() { Name = attribute.Name, Type = OnnxAttributeType.Numbers, Numbers = numbers },
        OnnxTensor tensor => new() { Name = attribute.Name, Type = OnnxAttributeType.Tensor, Tensors = [tensor] },
        OnnxGraph graph => new() { Name = attribute.Name, Type = OnnxAttributeType.Graph, Graphs = [graph] },
        _ => throw new ArgumentException(attribute.Name),
    };
}
