namespace EdgeVision.Inference.Onnx;

/// <summary>A constant of a node: AttributeProto. Only the member that <see cref="Type"/> names has a meaning.</summary>
public sealed class OnnxAttribute : OnnxMessage
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public OnnxAttributeType Type { get; set; }

    public float Number { get; set; }

    public long Integer { get; set; }

    /// <summary>Numbers, for type Numbers.</summary>
    public IReadOnlyList<float> Numbers { get; set; } = [];

    /// <summary>Integers, for type Integers.</summary>
    public IReadOnlyList<long> Integers { get; set; } = [];

    /// <summary>One text for type Text, any number for Texts; UTF-8 by custom, bytes by the format.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Texts { get; set; } = [];

    /// <summary>One tensor for type Tensor, any number for Tensors.</summary>
    public IReadOnlyList<OnnxTensor> Tensors { get; set; } = [];

    /// <summary>One graph for type Graph, any number for Graphs. They see the values of the graphs around them.</summary>
    public IReadOnlyList<OnnxGraph> Graphs { get; set; } = [];
}
