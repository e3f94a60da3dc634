using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Finds type and shape of every value by running the model with all of them as outputs.</summary>
internal static class FactsByRunning
{
    /// <summary>Values that one run may hold, in elements: 32 MiB of floats.</summary>
    private const long Budget = 8 << 20;

    public static Dictionary<string, TensorFact> Read(OrtRunner runner, WorkGraph graph)
    {
        var facts = new Dictionary<string, TensorFact>();
        foreach (var input in graph.Model.Graph.Inputs)
        {
            facts[input.Name] = new TensorFact(input.Type!.ElementType, [.. input.Type.Shape!.Select(static size => size.Size!.Value)]);
        }

        var model = OnnxCopy.Of(graph.Model);
        Read(runner, model, [.. graph.Nodes.SelectMany(static node => node.Outputs).Where(static name => name.Length > 0)], facts);
        return facts;
    }

    /// <summary>Reads the facts and writes them into the graph, as types of its values and outputs.</summary>
    public static Dictionary<string, TensorFact> Write(OrtRunner runner, WorkGraph graph)
    {
        var facts = Read(runner, graph);
        var parts = graph.Model.Graph;
        foreach (var output in parts.Outputs)
        {
            output.Type = TypeOf(FactOf(graph, facts, output.Name));
        }

        parts.ValueInfos.Clear();
        foreach (var (name, fact) in facts.Where(fact => graph.Producer(fact.Key) is not null && !graph.IsOutput(fact.Key)))
        {
            parts.ValueInfos.Add(new OnnxValueInfo { Name = name, Type = TypeOf(fact) });
        }

        return facts;
    }

    private static TensorFact FactOf(WorkGraph graph, Dictionary<string, TensorFact> facts, string name) =>
        graph.Constant(name) is { } constant ? new TensorFact(constant.Type, constant.Dimensions) : facts[name];

    internal static OnnxType TypeOf(TensorFact fact) => new()
    {
        Kind = OnnxTypeKind.Tensor,
        ElementType = fact.Type,
        Shape = [.. fact.Shape.Select(static size => new OnnxDimension(size))],
    };

    private static void Read(OrtRunner runner, OnnxModel model, ReadOnlySpan<string> names, Dictionary<string, TensorFact> facts)
    {
        if (names.IsEmpty)
        {
            return;
        }

        model.Graph.Outputs.Clear();
        foreach (var name in names)
        {
            model.Graph.Outputs.Add(new OnnxValueInfo { Name = name });
        }

        using (var session = runner.Open(model))
        {
            if (names.Length == 1 || session.Outputs.Sum(Elements) <= Budget)
            {
                CheckTensors(model, session);
                runner.Run(session, run => Take(session, run, facts));
                return;
            }
        }

        Read(runner, model, names[..(names.Length / 2)], facts);
        Read(runner, model, names[(names.Length / 2)..], facts);
    }

    private static void CheckTensors(OnnxModel model, OrtSession session)
    {
        foreach (var output in session.Outputs.Where(static output => output.ElementType == TensorElementType.Undefined))
        {
            throw Refused.At(
                model.Graph.Nodes.First(node => node.Outputs.Contains(output.Name)), $"its output '{output.Name}' is no tensor of a known type");
        }
    }

    private static void Take(OrtSession session, OrtRun run, Dictionary<string, TensorFact> facts)
    {
        for (var index = 0; index < session.Outputs.Count; index++)
        {
            var output = session.Outputs[index];
            facts[output.Name] = new TensorFact((OnnxDataType)output.ElementType, run.OutputShape(index).ToArray());
        }
    }

    private static long Elements(TensorInfo info) => info.Shape.Aggregate(1L, static (product, size) => product * Math.Max(1, size));
}
