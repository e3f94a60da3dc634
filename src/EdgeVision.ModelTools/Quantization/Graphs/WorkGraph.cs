using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Graphs;

/// <summary>A model's main graph while it is rewritten: who makes a value, who reads it, which values are constants.</summary>
public sealed class WorkGraph
{
    private readonly Dictionary<string, OnnxNode> _producers = [];
    private readonly Dictionary<string, List<OnnxNode>> _consumers = [];
    private readonly Dictionary<string, OnnxTensor> _constants = [];
    private readonly HashSet<string> _names = [];
    private bool _stale = true;

    /// <param name="model">Changed in place.</param>
    public WorkGraph(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
    }

    public OnnxModel Model { get; }

    /// <summary>The nodes in an order in which they can run. A snapshot: the graph may be changed while it is walked.</summary>
    public IReadOnlyList<OnnxNode> Nodes => [.. Model.Graph.Nodes];

    /// <summary>The node that makes a value; null for inputs and constants.</summary>
    public OnnxNode? Producer(string value) => Fresh()._producers.GetValueOrDefault(value);

    /// <summary>The nodes that read a value, each once, in their order.</summary>
    public IReadOnlyList<OnnxNode> Consumers(string value) => Fresh()._consumers.TryGetValue(value, out var nodes) ? [.. nodes] : [];

    /// <summary>The constant of this name; null when the value is computed.</summary>
    public OnnxTensor? Constant(string value) => Fresh()._constants.GetValueOrDefault(value);

    /// <summary>Whether the value is one of the model's outputs.</summary>
    public bool IsOutput(string value) => Model.Graph.Outputs.Any(output => output.Name == value);

    /// <summary>A value or node name that is not in use: the hint, or the hint with a number.</summary>
    public string NewName(string hint)
    {
        Fresh();
        var name = hint;
        for (var number = 1; !_names.Add(name); number++)
        {
            name = $"{hint}_{number}";
        }

        return name;
    }

    /// <summary>Adds a constant, or puts it in the place of the one of its name.</summary>
    public void SetConstant(OnnxTensor constant)
    {
        ArgumentNullException.ThrowIfNull(constant);
        var place = IndexOf(Model.Graph.Initializers, tensor => tensor.Name == constant.Name);
        if (place < 0)
        {
            Model.Graph.Initializers.Add(constant);
        }
        else
        {
            Model.Graph.Initializers[place] = constant;
        }

        _stale = true;
    }

    /// <summary>Puts nodes in the place of one; none to remove it.</summary>
    public void Replace(OnnxNode node, params ReadOnlySpan<OnnxNode> by)
    {
        var place = PlaceOf(node);
        Model.Graph.Nodes.RemoveAt(place);
        foreach (var one in by)
        {
            Model.Graph.Nodes.Insert(place++, one);
        }

        _stale = true;
    }

    /// <summary>Puts a node before another in the order.</summary>
    public void InsertBefore(OnnxNode node, OnnxNode added)
    {
        Model.Graph.Nodes.Insert(PlaceOf(node), added);
        _stale = true;
    }

    /// <summary>Puts a node before all others.</summary>
    public void InsertFirst(OnnxNode added)
    {
        Model.Graph.Nodes.Insert(0, added);
        _stale = true;
    }

    /// <summary>Puts a node after another in the order.</summary>
    public void InsertAfter(OnnxNode node, OnnxNode added)
    {
        Model.Graph.Nodes.Insert(PlaceOf(node) + 1, added);
        _stale = true;
    }

    /// <summary>Lets every node that reads one value read another. The model's outputs keep their names.</summary>
    public void RedirectReaders(string from, string to)
    {
        foreach (var node in Consumers(from))
        {
            node.Inputs = [.. node.Inputs.Select(input => input == from ? to : input)];
        }

        _stale = true;
    }

    /// <summary>Takes out the constants that no node of this graph reads and that are no outputs. Subgraphs are not looked into.</summary>
    public void RemoveUnreadConstants()
    {
        var initializers = Model.Graph.Initializers;
        foreach (var constant in initializers.Where(one => Consumers(one.Name).Count == 0 && !IsOutput(one.Name)).ToList())
        {
            initializers.Remove(constant);
        }

        _stale = true;
    }

    /// <summary>To be called after a node or an initializer was changed in place.</summary>
    public void Changed() => _stale = true;

    private WorkGraph Fresh()
    {
        if (_stale)
        {
            Read();
            _stale = false;
        }

        return this;
    }

    private void Read()
    {
        _producers.Clear();
        _consumers.Clear();
        _constants.Clear();
        foreach (var constant in Model.Graph.Initializers)
        {
            _constants[constant.Name] = constant;
            _names.Add(constant.Name);
        }

        _names.UnionWith(Model.Graph.Inputs.Select(input => input.Name));
        foreach (var node in Model.Graph.Nodes)
        {
            _names.Add(node.Name);
            foreach (var output in node.Outputs.Where(static name => name.Length > 0))
            {
                _producers[output] = node;
                _names.Add(output);
            }

            foreach (var input in node.Inputs.Where(static name => name.Length > 0).Distinct())
            {
                if (!_consumers.TryGetValue(input, out var readers))
                {
                    _consumers[input] = readers = [];
                }

                readers.Add(node);
            }
        }
    }

    private int PlaceOf(OnnxNode node)
    {
        var place = IndexOf(Model.Graph.Nodes, one => ReferenceEquals(one, node));
        return place >= 0 ? place : throw new ArgumentException($"node '{node.Name}' ({node.OpType}) is not in the graph", nameof(node));
    }

    private static int IndexOf<T>(IList<T> list, Predicate<T> matches)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (matches(list[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
