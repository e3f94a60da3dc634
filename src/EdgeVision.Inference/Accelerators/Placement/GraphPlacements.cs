using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>Finds out where a model's nodes run before it is put to work. It opens the model three or four times.</summary>
public static class GraphPlacements
{
    /// <param name="library">ONNX Runtime 1.24 or later.</param>
    /// <param name="model">The model file's content.</param>
    /// <param name="options">How the session will be built.</param>
    /// <exception cref="OrtException">The provider fails on the model, or the library is too old to tell.</exception>
    /// <exception cref="OnnxRefusedException">The rewritten model is outside the subset that this project reads.</exception>
    public static GraphPlacement Of(OrtLibrary library, ReadOnlyMemory<byte> model, OrtSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var shares = PlacementProbe.Ask(library, model, options);

        // Nodes are shared out after the basic rewriting, which is the same for every provider, so the CPU's can be read.
        var level = options.GraphOptimization == OrtGraphOptimization.None ? OrtGraphOptimization.None : OrtGraphOptimization.Basic;
        return Of(RewrittenGraph.Of(library, model, level, options.FreeDimensions), shares);
    }

    /// <summary>Joins the library's account with the graph that it divided.</summary>
    public static GraphPlacement Of(OnnxGraph graph, OrtPlacement shares)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(shares);
        var providers = new NodeProviders(shares);
        PlacedNode[] nodes = [.. graph.Nodes.Select(node => new PlacedNode(node, providers.Of(node)))];
        return new GraphPlacement(shares, graph, nodes, Crossings.Of(graph, nodes));
    }
}
