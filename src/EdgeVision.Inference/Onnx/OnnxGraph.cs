namespace EdgeVision.Inference.Onnx;

/// <summary>A graph: GraphProto. Its nodes are in an order in which they can run.</summary>
public sealed class OnnxGraph : OnnxMessage
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public IList<OnnxNode> Nodes { get; } = [];

    /// <summary>Constants; before IR version 4 each is also an input.</summary>
    public IList<OnnxTensor> Initializers { get; } = [];

    public IList<OnnxValueInfo> Inputs { get; } = [];

    public IList<OnnxValueInfo> Outputs { get; } = [];

    /// <summary>Types of values inside the graph, as far as the exporter wrote them down.</summary>
    public IList<OnnxValueInfo> ValueInfos { get; } = [];
}
