using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>Moves biases of convolutions.</summary>
public static class BiasShift
{
    /// <summary>Subtracts corrections from the float biases; a Conv without a bias gets one.</summary>
    /// <param name="model">It stays as it is.</param>
    /// <param name="corrections">One number for each output channel, by the Conv's name.</param>
    /// <exception cref="ArgumentException">A name is no Conv's, the number of channels differs or the bias is computed.</exception>
    public static PreparedModel Subtract(PreparedModel model, IReadOnlyDictionary<string, float[]> corrections)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(corrections);
        var graph = model.Copy();
        foreach (var (name, correction) in corrections)
        {
            var node = graph.Nodes.FirstOrDefault(one => one.Name == name && one.OpType == "Conv")
                ?? throw new ArgumentException($"the model has no Conv '{name}'", nameof(corrections));
            var bias = node.Inputs.Count > 2 && node.Inputs[2].Length > 0 ? Bias(graph, node.Inputs[2], name) : new float[correction.Length];
            if (bias.Length != correction.Length)
            {
                throw new ArgumentException($"Conv '{name}' has {bias.Length} channels, not {correction.Length}", nameof(corrections));
            }

            // A name of its own: another node may read the old bias.
            var shifted = graph.NewName($"{name}_bias");
            graph.SetConstant(TensorValues.Floats(shifted, [bias.Length], [.. bias.Zip(correction, static (one, by) => one - by)]));
            node.Inputs = [node.Inputs[0], node.Inputs[1], shifted];
            graph.Changed();
        }

        graph.RemoveUnreadConstants();
        return model with { Graph = graph };
    }

    private static float[] Bias(WorkGraph graph, string bias, string node) => graph.Constant(bias) is { } constant
        ? constant.AsFloats()!
        : throw new ArgumentException($"the bias of Conv '{node}' is computed, not constant");
}
