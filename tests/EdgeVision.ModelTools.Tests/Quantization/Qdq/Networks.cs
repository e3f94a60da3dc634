using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Looks into written models.</summary>
internal static class Networks
{
    public static OnnxNode Named(this OnnxModel model, string node) => model.Graph.Nodes.Single(one => one.Name == node);

    public static OnnxNode Maker(this OnnxModel model, string value) => model.Graph.Nodes.Single(node => node.Outputs.Contains(value));

    public static int Count(this OnnxModel model, string operation) => model.Graph.Nodes.Count(node => node.OpType == operation);

    /// <summary>One convolution of a picture of 4 × 4 with 2 channels.</summary>
    public static GraphBuilder Conv(int outputs = 2)
    {
        var graph = new GraphBuilder();
        graph.Conv("conv", graph.Input("x", 1, 2, 4, 4), outputs, 2, 1);
        return graph;
    }
}
