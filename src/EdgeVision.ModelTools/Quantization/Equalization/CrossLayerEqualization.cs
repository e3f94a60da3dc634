using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>
/// Cross-layer equalization (Nagel et al. 2019, arXiv 1906.04721, section 4.1): what one convolution makes of a channel is
/// divided, and what the next one reads of it multiplied, by a factor that gives both the same weight range. The function
/// stays the same, and one scale for a whole weight or activation tensor fits better, above all in depthwise nets.
/// Weights with a scale for each output channel gain nothing on the making side.
/// </summary>
public static class CrossLayerEqualization
{
    /// <summary>
    /// Beyond this a factor makes activations uneven instead: a channel with hardly any weight has its bias blown up.
    /// </summary>
    public const float DefaultLargestFactor = 16;

    private const int Rounds = 20;
    private const float Settled = 1.001f;

    /// <summary>Equalizes every pair of convolutions with only ReLU, leaky or parametric ReLU or pooling between, until nothing moves.</summary>
    /// <param name="model">It stays as it is.</param>
    /// <param name="largestFactor">A channel is scaled by this at most, up or down; above 1.</param>
    public static EqualizedModel Apply(PreparedModel model, float largestFactor = DefaultLargestFactor)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(largestFactor, 1);
        var graph = model.Copy();
        var pairs = ConvPairs.Of(graph, largestFactor);
        var before = pairs.Select(static pair => pair.Evenness()).ToArray();
        for (var round = 0; round < Rounds && pairs.Count > 0; round++)
        {
            if (pairs.Max(static pair => pair.Equalize()) < Settled)
            {
                break;
            }
        }

        foreach (var conv in pairs.SelectMany(static pair => new[] { pair.First, pair.Second }).Distinct())
        {
            conv.Write(graph);
        }

        return new EqualizedModel(
            model with { Graph = graph },
            [.. pairs.Select((pair, index) => new EqualizedPair(pair.First.Node.Name, pair.Second.Node.Name, before[index], pair.Evenness()))]);
    }
}
