using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Removes nodes that hand on what they get. One from an input straight to an output stays, as the two names must.</summary>
internal static class NoEffect
{
    public static void Remove(WorkGraph graph, IReadOnlyDictionary<string, TensorFact> facts)
    {
        foreach (var node in graph.Nodes.Where(node => node.Domain.Length == 0 && HandsOn(graph, node, facts)))
        {
            Bypass(graph, node);
        }
    }

    private static bool HandsOn(WorkGraph graph, OnnxNode node, IReadOnlyDictionary<string, TensorFact> facts) => node.OpType switch
    {
        "Identity" or "Dropout" => true,
        "Concat" or "Sum" or "Max" or "Min" or "Mean" => node.Inputs.Count == 1,
        "Cast" => facts.GetValueOrDefault(node.Inputs[0])?.Type == (OnnxDataType)node.Integer("to", 0),
        "Pad" => (node.Integers("pads") ?? graph.Constant(node.Input(1)).AsIntegers())?.All(static pad => pad == 0) ?? false,
        _ => false,
    };

    private static void Bypass(WorkGraph graph, OnnxNode node)
    {
        var (from, to) = (node.Inputs[0], node.Outputs[0]);
        if (!graph.IsOutput(to))
        {
            graph.RedirectReaders(to, from);
        }
        else if (graph.Producer(from) is { } producer && !graph.IsOutput(from))
        {
            producer.Outputs = [.. producer.Outputs.Select(output => output == from ? to : output)];
            graph.RedirectReaders(from, to);
        }
        else
        {
            return;
        }

        graph.Replace(node);
    }
}
