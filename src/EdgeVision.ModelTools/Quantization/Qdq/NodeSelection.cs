using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// Which nodes are quantized: every one with weights that can be, and of the others those beside a quantized node, since a
/// lone Add or Reshape between float nodes would only pay for the conversions.
/// </summary>
internal sealed class NodeSelection
{
    private readonly HashSet<OnnxNode> _candidates = [];
    private readonly HashSet<OnnxNode> _quantized = [];
    private readonly Dictionary<OnnxNode, OnnxNode> _clamps = [];
    private readonly Dictionary<string, string> _reasons = [];

    private NodeSelection(PlannedGraph graph)
    {
        Graph = graph;
        Nodes = graph.Graph.Nodes;
    }

    public PlannedGraph Graph { get; }

    public IReadOnlyList<OnnxNode> Nodes { get; }

    /// <summary>Why nodes stay float, by name.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    public static NodeSelection Select(PlannedGraph graph)
    {
        var selection = new NodeSelection(graph);
        selection.FindCandidates();
        while (selection.SpreadForward() | selection.SpreadBackward())
        {
        }

        selection.Explain();
        return selection;
    }

    /// <summary>Whether the node is quantized, be it as part of the node before it.</summary>
    public bool IsQuantized(OnnxNode node) => _quantized.Contains(node);

    /// <summary>The Relu or Clip that goes into a quantized node; null without one.</summary>
    public OnnxNode? ClampOf(OnnxNode node) => _clamps.GetValueOrDefault(node);

    /// <summary>The values of a quantized node that get 8 bits; none for a clamp inside another.</summary>
    public IEnumerable<string> ResultsOf(OnnxNode node) =>
        Operators.KindOf(node) == OperatorKind.Clamp ? [] : (ClampOf(node) ?? node).Outputs.Where(static output => output.Length > 0);

    /// <summary>Whether a value comes with 8 bits from the node that makes it.</summary>
    public bool IsMadeQuantized(string value) => Graph.Graph.Producer(value) is { } maker && IsQuantized(maker) && !_clamps.ContainsKey(maker);

    /// <summary>Whether a node reads a value as 8 bits.</summary>
    public bool ReadsQuantized(OnnxNode reader, string value) => IsQuantized(reader)
        && Operators.KindOf(reader) != OperatorKind.Clamp
        && Operators.DataInputs(reader).Any(place => reader.Inputs[place] == value);

    public IReadOnlyDictionary<string, int> CountQuantized() =>
        _quantized.GroupBy(static node => node.OpType).ToDictionary(static group => group.Key, static group => group.Count());

    private void FindCandidates()
    {
        foreach (var node in Nodes)
        {
            var clamp = FindClamp(node);
            if (Eligibility.Obstacle(Graph, node, (clamp ?? node).Outputs[0]) is { } reason)
            {
                _reasons[node.Name] = reason;
                continue;
            }

            _candidates.Add(node);
            if (clamp is not null)
            {
                _clamps[node] = clamp;
            }

            if (Operators.KindOf(node) == OperatorKind.Weighted)
            {
                Add(node);
            }
        }
    }

    private OnnxNode? FindClamp(OnnxNode node)
    {
        var into = Operators.KindOf(node) is OperatorKind.Weighted or OperatorKind.Arithmetic && node.OpType is not ("Sigmoid" or "Softmax");
        return into
            && node.Outputs is [var value]
            && !Graph.Graph.IsOutput(value)
            && Graph.Graph.Consumers(value) is [var reader]
            && Operators.KindOf(reader) == OperatorKind.Clamp
            && !Graph.Plan.FloatNodes.Contains(reader.Name)
            && Eligibility.CutsAtZero(Graph, reader, out _)
            && Graph.RangeOf(reader.Outputs[0]) is not null
                ? reader
                : null;
    }

    private bool SpreadForward()
    {
        var changed = false;
        foreach (var node in Nodes.Where(IsOpen))
        {
            var inputs = Operators.DataInputs(node).Select(place => node.Inputs[place]).Where(value => !Graph.IsFloatConstant(value));
            changed |= (Operators.KindOf(node) == OperatorKind.Concat ? inputs.All(IsMadeQuantized) : inputs.Any(IsMadeQuantized)) && Add(node);
        }

        return changed;
    }

    private bool SpreadBackward()
    {
        var changed = false;
        foreach (var node in Nodes.Reverse().Where(IsOpen))
        {
            changed |= ResultsOf(node).Any(value => Graph.Graph.Consumers(value).Any(reader => ReadsQuantized(reader, value))) && Add(node);
        }

        return changed;
    }

    private bool IsOpen(OnnxNode node) => _candidates.Contains(node) && !IsQuantized(node);

    private bool Add(OnnxNode node)
    {
        _quantized.Add(node);
        if (ClampOf(node) is { } clamp)
        {
            _quantized.Add(clamp);
        }

        return true;
    }

    private void Explain()
    {
        foreach (var node in Nodes)
        {
            if (IsQuantized(node))
            {
                _reasons.Remove(node.Name);
            }
            else if (_candidates.Contains(node))
            {
                _reasons[node.Name] = "no node beside it is quantized";
                _clamps.Remove(node);
            }
        }
    }
}
