using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// Writes a float model as a quantized one in QDQ form: QuantizeLinear behind and DequantizeLinear before each operator that
/// ONNX Runtime has an integer kernel for, so that it puts that kernel in their place. Inputs and outputs keep their names
/// and types.
/// </summary>
public static class QdqWriter
{
    /// <summary>Writes the model.</summary>
    /// <param name="model">Stays as it is.</param>
    /// <param name="plan">Ranges, and the nodes to leave alone.</param>
    /// <param name="options">Types and widths.</param>
    /// <exception cref="QuantizationRefusedException">A range or a weight is not a finite number.</exception>
    public static OnnxModel Write(PreparedModel model, QdqPlan plan, QdqOptions options) => Write(model, plan, options, out _);

    /// <summary>Writes the model and says what became of its nodes.</summary>
    /// <param name="model">Stays as it is.</param>
    /// <param name="plan">Ranges, and the nodes to leave alone.</param>
    /// <param name="options">Types and widths.</param>
    /// <param name="coverage">Which nodes were quantized, why others were not, and the names in the written model.</param>
    /// <exception cref="QuantizationRefusedException">A range or a weight is not a finite number.</exception>
    public static OnnxModel Write(PreparedModel model, QdqPlan plan, QdqOptions options, out QdqCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        var graph = model.Copy();
        var nodes = NodeSelection.Select(new PlannedGraph(graph, model.Facts, plan));
        var parameters = TensorParameters.Assign(nodes, options.Activations);
        var rewrite = new QdqRewrite(nodes, parameters, options);
        rewrite.Run();
        ByteMovement.Apply(graph);
        coverage = new QdqCoverage(nodes.CountQuantized(), nodes.Reasons, rewrite.Names);
        return graph.Model;
    }
}
