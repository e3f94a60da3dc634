using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation.Folding;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Some models normalise their input themselves. This takes such nodes out and into mean and std.</summary>
internal static class OwnScaling
{
    /// <param name="graph">Changed.</param>
    /// <param name="input">The picture.</param>
    /// <param name="axis">Where its channels are.</param>
    /// <param name="facts">Of the graph.</param>
    /// <param name="mean">For each channel; changed.</param>
    /// <param name="std">For each channel; changed.</param>
    public static void Absorb(
        WorkGraph graph, string input, int axis, Dictionary<string, TensorFact> facts, double[] mean, double[] std)
    {
        while (graph.Consumers(input) is [var node] && !graph.IsOutput(node.Outputs[0])
            && ChannelAffine.Of(graph, node, facts) is { } affine && OnAxis(affine, axis, mean.Length) is var (scale, shift)
            && scale.All(static value => value != 0 && double.IsFinite(value)))
        {
            for (var channel = 0; channel < mean.Length; channel++)
            {
                std[channel] /= scale[channel];
                mean[channel] -= shift[channel] * std[channel];
            }

            var made = node.Outputs[0];
            graph.Replace(node);
            graph.RedirectReaders(made, input);
            facts.Remove(made);
            foreach (var info in graph.Model.Graph.ValueInfos.Where(info => info.Name == made).ToList())
            {
                graph.Model.Graph.ValueInfos.Remove(info);
            }
        }

        Unread.Remove(graph);
    }

    /// <summary>Channels of the affine are those of axis 1; along another it must be one number for all.</summary>
    private static (double[] Scale, double[] Shift)? OnAxis(ChannelAffine affine, int axis, int channels)
    {
        if (axis == 1)
        {
            return (affine.Scale, affine.Shift);
        }

        return affine.Scale.Distinct().Count() == 1 && affine.Shift.Distinct().Count() == 1
            ? ([.. Enumerable.Repeat(affine.Scale[0], channels)], [.. Enumerable.Repeat(affine.Shift[0], channels)])
            : null;
    }
}
