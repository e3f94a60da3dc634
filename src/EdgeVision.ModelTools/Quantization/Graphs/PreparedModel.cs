namespace EdgeVision.ModelTools.Quantization.Graphs;

/// <summary>
/// A float model ready to be quantized: opset 13 or later, every size fixed, every node with a name of its own, constants
/// only as initializers and none of them among the inputs, nothing that is computed from constants alone, and nothing
/// without effect on the outputs. (A constant stays computed where its result would be far larger than what it is made of.)
/// </summary>
/// <param name="Graph">The graph; copy it (<see cref="Copy"/>) before changing it.</param>
/// <param name="Facts">Type and shape of every value that a node makes, and of the inputs, by name.</param>
public sealed record PreparedModel(WorkGraph Graph, IReadOnlyDictionary<string, TensorFact> Facts)
{
    /// <summary>A graph of its own that may be changed; tensor data are shared, being never changed in place.</summary>
    public WorkGraph Copy() => new(OnnxCopy.Of(Graph.Model));
}
