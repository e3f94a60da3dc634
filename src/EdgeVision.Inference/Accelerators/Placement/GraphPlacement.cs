using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>Which provider runs which node of a model, and what crosses the border between them.</summary>
/// <param name="Shares">The library's own account.</param>
/// <param name="Graph">The graph as it was divided: after the library's basic rewriting, with all known shapes.</param>
/// <param name="Nodes">Its nodes, in the order in which they can run.</param>
/// <param name="Boundary">Tensors handed from one provider to another in each run, in graph order.</param>
public sealed record GraphPlacement(
    OrtPlacement Shares, OnnxGraph Graph, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<BoundaryTensor> Boundary)
{
    /// <summary>Bytes handed over in each run, as far as shapes are known.</summary>
    public long BoundaryBytes => Boundary.Sum(static tensor => tensor.Bytes ?? 0);

    /// <summary>Nodes whose provider is not known; the boundary is then a lower bound.</summary>
    public int Unplaced => Nodes.Count(static node => node.Provider is null);

    public override string ToString() => $"{Shares}; {Boundary.Count} tensors of {BoundaryBytes} bytes cross between them";
}
