using System.Globalization;
using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>How much of a model an accelerator really runs: a session shares the rest with the processor without a word.</summary>
/// <param name="Nodes">Of the graph, after the library's basic rewriting.</param>
/// <param name="Taken">Those that the accelerator took.</param>
/// <param name="Macs">Multiply-accumulates of an inference; 0 when they could not be counted.</param>
/// <param name="TakenMacs">Those of the nodes that were taken.</param>
/// <param name="BoundaryTensors">Tensors handed over in each run, the model's own inputs and outputs among them.</param>
/// <param name="BoundaryBytes">Their size, as far as shapes are known.</param>
/// <param name="Left">What was left to the processor, in words; empty when nothing was.</param>
public sealed record PlacementSummary(int Nodes, int Taken, long Macs, long TakenMacs, int BoundaryTensors, long BoundaryBytes, string Left)
{
    /// <summary>Counts a session's own account.</summary>
    /// <param name="library">ONNX Runtime, which tells the graph that it divided.</param>
    /// <param name="model">The model file's content.</param>
    /// <param name="shares">The account.</param>
    public static PlacementSummary Of(OrtLibrary library, ReadOnlyMemory<byte> model, OrtPlacement shares)
    {
        var plain = Of(shares);
        try
        {
            return plain.With(GraphPlacements.Of(RewrittenGraph.Of(library, model, OrtGraphOptimization.Basic, new Dictionary<string, long>()), shares));
        }
        catch (Exception untold) when (untold is OrtException or OnnxRefusedException)
        {
            // The nodes are known, and that is what matters.
            return plain;
        }
    }

    /// <summary>Counts nodes alone.</summary>
    public static PlacementSummary Of(OrtPlacement shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return new PlacementSummary(shares.Nodes, shares.Nodes - shares.On(OrtPlacement.Cpu).Count, 0, 0, 0, 0, shares.LeftToTheCpu());
    }

    public override string ToString()
    {
        var macs = Macs == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {100.0 * TakenMacs / Macs:0.#} % of the multiply-accumulates");
        var boundary = BoundaryTensors == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {BoundaryTensors} tensors of {BoundaryBytes / 1000.0:0.#} kB change hands in each run");
        return $"{Taken} of {Nodes} nodes{macs}{boundary}{(Left.Length == 0 ? "" : $"; {Left}")}";
    }

    private PlacementSummary With(GraphPlacement placement)
    {
        var facts = new TensorFacts(placement.Graph);
        long Count(IEnumerable<PlacedNode> nodes) => nodes.Sum(node => MacRules.Count(node.Node, facts) ?? 0);
        return this with
        {
            Macs = Count(placement.Nodes), TakenMacs = Count(placement.Nodes.Where(static node => node.Provider is { } provider && provider != OrtPlacement.Cpu)),
            BoundaryTensors = placement.Boundary.Count, BoundaryBytes = placement.BoundaryBytes,
        };
    }
}
