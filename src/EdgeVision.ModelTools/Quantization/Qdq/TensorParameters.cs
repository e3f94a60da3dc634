using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>
/// Scale and zero point of every quantized value. What is only moved keeps them, so that ONNX Runtime moves the bytes; what
/// only goes into one Concat takes that one's, so that it copies.
/// </summary>
internal sealed class TensorParameters
{
    private readonly NodeSelection _nodes;
    private readonly Dictionary<string, TensorGroup> _groups = [];

    private TensorParameters(NodeSelection nodes) => _nodes = nodes;

    public static TensorParameters Assign(NodeSelection nodes, ActivationType activations)
    {
        var parameters = new TensorParameters(nodes);
        foreach (var node in nodes.Nodes.Where(nodes.IsQuantized))
        {
            parameters.AssignResults(node);
        }

        foreach (var group in parameters._groups.Values.Distinct())
        {
            group.Quantization = group.Given is { } given && activations == ActivationType.U8
                ? given
                : Quantization8.Of(group.Range, activations).Under(group.Ceiling);
        }

        return parameters;
    }

    /// <summary>The group of a value; null when it is not quantized.</summary>
    public TensorGroup? GroupOf(string value) => _groups.GetValueOrDefault(value);

    private void AssignResults(OnnxNode node)
    {
        switch (Operators.KindOf(node))
        {
            case OperatorKind.Clamp:
                break;
            case OperatorKind.Movement:
                var moved = Need(node.Inputs[0]);
                foreach (var result in _nodes.ResultsOf(node))
                {
                    Join(result, moved);
                }

                break;
            case OperatorKind.Concat:
                AssignConcat(node, [.. node.Inputs.Where(input => !_nodes.Graph.IsFloatConstant(input)).Select(Need)]);
                break;
            default:
                NeedInputs(node);
                AssignOwn(node);
                break;
        }
    }

    private void NeedInputs(OnnxNode node)
    {
        foreach (var place in Operators.DataInputs(node).Where(place => !_nodes.Graph.IsFloatConstant(node.Inputs[place])))
        {
            Need(node.Inputs[place]);
        }
    }

    private void AssignOwn(OnnxNode node)
    {
        var result = _nodes.ResultsOf(node).Single();
        var group = Need(result);
        if (_nodes.ClampOf(node) is { } clamp && Eligibility.CutsAtZero(_nodes.Graph, clamp, out var ceiling))
        {
            group.Range = new TensorRange(0, Math.Clamp(group.Range.Max, 0, ceiling));
            group.BeginsAtZero = true;
            group.Ceiling = ceiling;
        }
    }

    private void AssignConcat(OnnxNode node, TensorGroup[] inputs)
    {
        var result = node.Outputs[0];
        if (inputs.Length == node.Inputs.Count && inputs.Distinct().Count() == 1)
        {
            Join(result, inputs[0]);
            return;
        }

        var group = Need(result);
        foreach (var input in inputs.Distinct().Where(input => MayTake(input, group.Range) && IsOnlyReadBy(node, input)))
        {
            group.BeginsAtZero |= input.BeginsAtZero;
            group.Ceiling = Math.Min(group.Ceiling, input.Ceiling);
            input.Values.ForEach(value => Join(value, group));
        }
    }

    private static bool MayTake(TensorGroup group, TensorRange range) =>
        group.Given is null && (!group.BeginsAtZero || range.Min >= 0) && range.Max <= group.Ceiling;

    private bool IsOnlyReadBy(OnnxNode concat, TensorGroup group) => group.Values.All(value =>
        !_nodes.Graph.Graph.IsOutput(value) && _nodes.Graph.Graph.Consumers(value).All(reader => ReferenceEquals(reader, concat)
            || (_nodes.ReadsQuantized(reader, value) && _nodes.ResultsOf(reader).All(result => GroupOf(result) == group))));

    private TensorGroup Need(string value)
    {
        if (!_groups.TryGetValue(value, out var group))
        {
            var given = _nodes.Graph.Graph.Producer(value) is { } maker ? _nodes.Graph.GivenBytes(maker) : null;
            _groups[value] = group = new TensorGroup(value, _nodes.Graph.RangeOf(value)!.Value) { Given = given };
        }

        return group;
    }

    private void Join(string value, TensorGroup group)
    {
        _groups[value] = group;
        if (!group.Values.Contains(value))
        {
            group.Values.Add(value);
        }
    }
}
