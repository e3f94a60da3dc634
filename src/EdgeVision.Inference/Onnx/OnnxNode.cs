namespace EdgeVision.Inference.Onnx;

/// <summary>One operator in a graph: NodeProto.</summary>
public sealed class OnnxNode : OnnxMessage
{
    /// <summary>The operator: "Conv".</summary>
    public string OpType { get; set; } = "";

    /// <summary>The operator's domain; "" is the standard's own.</summary>
    public string Domain { get; set; } = "";

    /// <summary>A label; may be empty, and the standard's own tools do not hold it unique.</summary>
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>Names of the values it reads; "" for an optional one left out.</summary>
    public IReadOnlyList<string> Inputs { get; set; } = [];

    /// <summary>Names of the values it makes; "" for one that is not wanted.</summary>
    public IReadOnlyList<string> Outputs { get; set; } = [];

    public IReadOnlyList<OnnxAttribute> Attributes { get; set; } = [];
}
