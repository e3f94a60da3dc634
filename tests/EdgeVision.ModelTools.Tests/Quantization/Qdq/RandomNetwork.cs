using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>A network of a few operators as detectors have them, put together by chance.</summary>
internal sealed class RandomNetwork
{
    private readonly Random _random;
    private readonly List<(string Name, long Channels, long Size)> _values = [];

    public RandomNetwork(int seed)
    {
        _random = new Random(seed);
        Graph = new GraphBuilder(seed);
        var size = _random.Next(3, 9);
        _values.Add((Graph.Input("x", 1, 4, size, size), 4, size));
        AddConv(0);
        for (var i = 1; i < 7; i++)
        {
            AddOne(i);
        }

        AddConv(7);
        var read = Graph.Model.Graph.Nodes.SelectMany(static node => node.Inputs).ToHashSet();
        Graph.Output([.. _values.Select(static value => value.Name).Where(name => !read.Contains(name)).Distinct()]);
        Input = Graph.Random((int)(4 * size * size), (float)Math.Exp(_random.NextDouble() * 4));
    }

    public GraphBuilder Graph { get; }

    public float[] Input { get; }

    private void AddOne(int i)
    {
        var x = Any();
        var like = _values.Where(value => value.Channels == x.Channels && value.Size == x.Size).ToArray();
        var (name, other) = ($"{i}", like[_random.Next(like.Length)]);
        switch (_random.Next(9))
        {
            case 0:
                _values.Add(x with { Name = Graph.Node("Add", name, [x.Name, other.Name]) });
                break;
            case 1:
                _values.Add(x with { Name = Graph.Node("Relu", name, [Graph.Node("Add", name + "a", [x.Name, other.Name])]) });
                break;
            case 2:
                _values.Add(x with { Name = Graph.Node("Mul", name, [x.Name, Graph.Node("Sigmoid", name + "s", [x.Name])]) });
                break;
            case 3:
                var (first, second) = (Graph.Node("Sigmoid", name + "s", [x.Name]), Graph.Node("Mul", name + "m", [other.Name, x.Name]));
                _values.Add((Graph.Node("Concat", name, [first, other.Name, second], Int("axis", 1)), 3 * x.Channels, x.Size));
                break;
            case 4:
                _values.Add(x with { Name = Graph.Node("MaxPool", name, [x.Name], Ints("kernel_shape", 3, 3), Ints("pads", 1, 1, 1, 1)) });
                break;
            case 5 when x.Size < 9:
                _values.Add(x with { Name = Graph.Resize(name, x.Name), Size = 2 * x.Size });
                break;
            case 6:
                _values.Add(x with { Name = Graph.Node("LeakyRelu", name, [x.Name], Number("alpha", .1f)) });
                break;
            default:
                AddConv(i);
                break;
        }
    }

    private void AddConv(int i)
    {
        var x = Any();
        var stride = _random.Next(1, 3);
        var deep = _random.Next(3) == 0;
        var channels = deep ? x.Channels : 4 * _random.Next(1, 3);
        var groups = deep ? x.Channels : _random.Next(2) == 0 ? 2 : 1;
        var y = Graph.Conv(
            $"{i}", x.Name, channels, x.Channels, _random.Next(2) == 0 ? 1 : 3, stride, groups, bias: _random.Next(4) > 0);
        if (_random.Next(4) == 0)
        {
            // Others may read what the clamp reads, and then it must stay.
            _values.Add((y, channels, ((x.Size - 1) / stride) + 1));
        }

        y = _random.Next(3) switch
        {
            0 => Graph.Node("Relu", y + "r", [y]),
            1 => Graph.Node("Clip", y + "r", [y, Graph.Constant(y + "0", [0]), Graph.Constant(y + "6", [.5f])]),
            _ => y,
        };
        _values.Add((y, channels, ((x.Size - 1) / stride) + 1));
    }

    private (string Name, long Channels, long Size) Any() => _values[_random.Next(_values.Count)];
}
