using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>The parts of a detector that the search treats as one: stem, stages, final layers, what follows them.</summary>
public sealed class GraphRegions
{
    private static readonly string[] Computing = ["Add", "Mul", "Sigmoid", "Softmax", "LeakyRelu", "AveragePool", "GlobalAveragePool", "MaxPool", "Resize", "Concat"];
    private readonly PreparedModel _model;
    private readonly IReadOnlyList<OnnxNode> _nodes;
    private readonly HashSet<string> _silu;
    private readonly HashSet<string> _tail;
    private readonly HashSet<string> _weighted;

    public GraphRegions(PreparedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _nodes = model.Graph.Nodes;
        _weighted = [.. _nodes.Where(IsWeighted).Select(static node => node.Name)];
        _tail = FindTail();
        _silu = [.. FindSilu()];
    }

    /// <summary>Nodes behind the last weighted layer of each path to an output: scores and boxes meet here, and one scale for both would end one of them.</summary>
    public IReadOnlySet<string> Tail => _tail;

    /// <summary>Sigmoid and Mul of each x * sigmoid(x).</summary>
    public IReadOnlyList<string> Silu => [.. _silu];

    /// <summary>The first weighted layers, with the node that activates them.</summary>
    public IReadOnlyList<string> Stem
    {
        get
        {
            var first = _nodes.FirstOrDefault(IsWeighted);
            return first is null ? [] : [first.Name, .. Activation(first)];
        }
    }

    /// <summary>Weighted layers that only the tail reads.</summary>
    public IReadOnlyList<string> FinalLayers =>
        [.. _nodes.Where(node => IsWeighted(node) && node.Outputs.SelectMany(_model.Graph.Consumers).All(reader => _tail.Contains(reader.Name))).Select(static node => node.Name)];

    /// <summary>
    /// What comes before the first layer of each smaller size: the first stage, the first two, and so on. Early tensors have outlying
    /// channels, and noise that enters there is in everything behind; a single stage between two quantized ones is rounded at both
    /// ends and gains nothing.
    /// </summary>
    public IEnumerable<FloatCandidate> FirstStages()
    {
        var before = new List<string>();
        var least = long.MaxValue;
        foreach (var node in _nodes.Where(node => !_tail.Contains(node.Name)))
        {
            var (height, width) = SizeOf(node);
            if (IsWeighted(node) && height * width > 0 && height * width < least)
            {
                if (before.Any(IsWeighted))
                {
                    yield return new FloatCandidate($"all before {width}x{height}", [.. before]);
                }

                least = height * width;
            }

            before.Add(node.Name);
        }
    }

    /// <summary>Nodes before the tail whose first output has the same height and width as a layer, largest first.</summary>
    public IEnumerable<FloatCandidate> Stages() => _nodes
        .Where(node => !_tail.Contains(node.Name))
        .Select(node => (node.Name, Size: SizeOf(node)))
        .Where(static one => one.Size.Height > 0)
        .GroupBy(static one => one.Size, static one => one.Name)
        .Where(stage => stage.Any(IsWeighted))
        .OrderByDescending(static stage => stage.Key.Height * stage.Key.Width)
        .Select(static stage => new FloatCandidate($"stage {stage.Key.Width}x{stage.Key.Height}", [.. stage]));

    /// <summary>All nodes of one operator that computes, before the tail; SiLU and weighted layers aside.</summary>
    public IEnumerable<FloatCandidate> Operators() => _nodes
        .Where(node => !_tail.Contains(node.Name) && !_silu.Contains(node.Name) && Computing.Contains(node.OpType))
        .GroupBy(static node => node.OpType, static node => node.Name)
        .Select(static kind => new FloatCandidate($"operator {kind.Key}", [.. kind]));

    /// <summary>Convolutions and matrix products with constant weights, in their order.</summary>
    public IEnumerable<OnnxNode> Weighted => _nodes.Where(IsWeighted);

    /// <summary>The SiLU or ReLU that alone reads a node.</summary>
    public IEnumerable<string> Activation(OnnxNode node)
    {
        var readers = _model.Graph.Consumers(node.Outputs[0]);
        return readers.All(reader => _silu.Contains(reader.Name)) || readers is [{ OpType: "Relu" or "Clip" }]
            ? readers.Select(static reader => reader.Name)
            : [];
    }

    private bool IsWeighted(string name) => _weighted.Contains(name);

    private bool IsWeighted(OnnxNode node) =>
        node.OpType is "Conv" or "ConvTranspose" or "Gemm" or "MatMul" && node.Inputs.Count > 1 && _model.Graph.Constant(node.Inputs[1]) is not null;

    private (long Height, long Width) SizeOf(OnnxNode node) =>
        _model.Facts.TryGetValue(node.Outputs[0], out var fact) && fact.Shape is [_, _, var height, var width] ? (height, width) : (0, 0);

    private HashSet<string> FindTail()
    {
        var feedsWeights = new HashSet<string>();
        foreach (var node in _nodes.Reverse())
        {
            var readers = node.Outputs.SelectMany(_model.Graph.Consumers);
            if (IsWeighted(node) || readers.Any(reader => feedsWeights.Contains(reader.Name)))
            {
                feedsWeights.Add(node.Name);
            }
        }

        return [.. _nodes.Select(static node => node.Name).Where(name => !feedsWeights.Contains(name))];
    }

    private IEnumerable<string> FindSilu()
    {
        foreach (var sigmoid in _nodes.Where(static node => node.OpType == "Sigmoid"))
        {
            if (_model.Graph.Consumers(sigmoid.Outputs[0]) is [{ OpType: "Mul" } product] && product.Inputs.Contains(sigmoid.Inputs[0]))
            {
                yield return sigmoid.Name;
                yield return product.Name;
            }
        }
    }
}
