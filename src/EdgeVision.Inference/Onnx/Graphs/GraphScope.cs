using EdgeVision.Inference.Onnx.Reading;

namespace EdgeVision.Inference.Onnx.Graphs;

/// <summary>
/// The names of one graph and of the graphs around it. Each is made once, and before it is read: nodes stand in an
/// order in which they can run, as the standard wants, so a cycle shows as a name that comes only later.
/// </summary>
internal sealed class GraphScope
{
    private const int Input = -1;
    private const int Constant = -2;
    private const int ConstantInput = -3;

    private readonly ReadSession _session;
    private readonly OnnxGraph _graph;
    private readonly GraphScope? _outer;
    private readonly Dictionary<string, int> _makers;
    private readonly IReadOnlySet<string> _domains;
    private int _node;

    private GraphScope(ReadSession session, OnnxGraph graph, GraphScope? outer, IReadOnlySet<string> domains)
    {
        (_session, _graph, _outer, _domains) = (session, graph, outer, domains);
        var names = graph.Inputs.Count + graph.Initializers.Count;
        foreach (var node in graph.Nodes)
        {
            names += node.Outputs.Count;
        }

        session.Memory.Take(OnnxMemory.Object + (OnnxMemory.TableEntry * (long)names), session.File.Length);
        _makers = new Dictionary<string, int>(names, StringComparer.Ordinal);
    }

    /// <exception cref="OnnxRefusedException">A name is there twice, comes from nowhere or comes too late.</exception>
    public static void Check(ReadSession session, OnnxModel model)
    {
        session.Memory.Take((OnnxMemory.TableEntry * 4 * (long)model.Opsets.Count) + OnnxMemory.Object, session.File.Length);
        var domains = new HashSet<string>(StringComparer.Ordinal);
        foreach (var opset in model.Opsets)
        {
            if (!domains.Add(Standard(opset.Domain)))
            {
                throw session.Refuse(OnnxRefusalReason.Duplicate, session.File.Length, $"operator set '{PlaceStep.Shown(opset.Domain)}' is imported twice");
            }
        }

        new GraphScope(session, model.Graph, null, domains).Check("graph", -1);
    }

    private static string Standard(string domain) => domain == "ai.onnx" ? "" : domain;

    private void Check(string kind, int index)
    {
        _session.Enter(kind, index, _graph);
        AddConstants();
        for (_node = 0; _node < _graph.Nodes.Count; _node++)
        {
            AddOutputs(_graph.Nodes[_node]);
        }

        for (_node = 0; _node < _graph.Nodes.Count; _node++)
        {
            Check(_graph.Nodes[_node]);
        }

        for (var output = 0; output < _graph.Outputs.Count; output++)
        {
            _session.Enter("output", output, _graph.Outputs[output]);
            Resolve(_graph.Outputs[output].Name);
            _session.Leave();
        }

        _session.Leave();
    }

    private void AddConstants()
    {
        foreach (var input in _graph.Inputs)
        {
            if (!_makers.TryAdd(input.Name, Input))
            {
                throw Refuse(OnnxRefusalReason.Duplicate, $"input '{PlaceStep.Shown(input.Name)}' is there twice");
            }
        }

        foreach (var constant in _graph.Initializers)
        {
            if (constant.Name.Length == 0)
            {
                throw Refuse(OnnxRefusalReason.Missing, "an initializer has no name");
            }

            var known = _makers.GetValueOrDefault(constant.Name);
            if (known is Constant or ConstantInput)
            {
                throw Refuse(OnnxRefusalReason.Duplicate, $"initializer '{PlaceStep.Shown(constant.Name)}' is there twice");
            }

            _makers[constant.Name] = known == Input ? ConstantInput : Constant;
        }
    }

    private void AddOutputs(OnnxNode node)
    {
        for (var output = 0; output < node.Outputs.Count; output++)
        {
            var name = node.Outputs[output];
            if (name.Length > 0 && !_makers.TryAdd(name, _node))
            {
                _session.Enter("node", _node, node);
                throw Refuse(OnnxRefusalReason.Duplicate, $"it makes '{PlaceStep.Shown(name)}', which is made elsewhere too");
            }
        }
    }

    private void Check(OnnxNode node)
    {
        _session.Enter("node", _node, node);
        if (!_domains.Contains(Standard(node.Domain)))
        {
            throw Refuse(OnnxRefusalReason.Domain, $"operator set '{PlaceStep.Shown(node.Domain)}' is not imported");
        }

        for (var input = 0; input < node.Inputs.Count; input++)
        {
            if (node.Inputs[input].Length > 0)
            {
                Resolve(node.Inputs[input]);
            }
        }

        foreach (var attribute in node.Attributes)
        {
            for (var graph = 0; graph < attribute.Graphs.Count; graph++)
            {
                new GraphScope(_session, attribute.Graphs[graph], this, _domains).Check("subgraph", graph);
            }
        }

        _session.Leave();
    }

    private void Resolve(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (!scope._makers.TryGetValue(name, out var maker))
            {
                continue;
            }

            if (maker >= scope._node)
            {
                throw Refuse(OnnxRefusalReason.Cycle, $"it reads '{PlaceStep.Shown(name)}', which only node {maker} makes: a cycle, or nodes out of order");
            }

            return;
        }

        throw Refuse(OnnxRefusalReason.Dangling, $"it reads '{PlaceStep.Shown(name)}', which nothing makes");
    }

    private OnnxRefusedException Refuse(OnnxRefusalReason reason, string what) => _session.Refuse(reason, _session.File.Length, what);
}
