using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Upgrade;

/// <summary>Brings a model to opset 13, the first with quantization per channel. Later ones stay what they are.</summary>
internal static class OpsetUpgrade
{
    public const long Target = 13;

    /// <summary>Before it, broadcasting followed other rules, and ONNX Runtime promises nothing.</summary>
    private const long Oldest = 7;

    public static void Apply(WorkGraph graph, IReadOnlyDictionary<string, TensorFact> facts)
    {
        var opsets = graph.Model.Opsets;
        var standard = opsets.SingleOrDefault(static opset => opset.Domain is "" or "ai.onnx") ?? new OnnxOpset("", 1);
        if (standard.Version >= Target)
        {
            return;
        }

        if (standard.Version < Oldest)
        {
            throw new QuantizationRefusedException(
                "", $"the model is of opset {standard.Version}; opset {Oldest} or later is needed: export it anew");
        }

        foreach (var node in graph.Nodes.Where(static node => node.Domain.Length == 0))
        {
            Convert(new Conversion(graph, node, standard.Version, facts));
        }

        graph.Changed();
        opsets.Remove(standard);
        opsets.Insert(0, new OnnxOpset("", Target));
    }

    private static void Convert(Conversion conversion)
    {
        if (Converters.ByOperator.TryGetValue(conversion.Node.OpType, out var converter))
        {
            if (conversion.From < converter.ChangedIn)
            {
                converter.Convert(conversion);
            }
        }
        else if (!UnchangedOperators.Contains(conversion.Node.OpType))
        {
            throw conversion.Refuse($"it is not known how to bring it from opset {conversion.From} to {Target}; export the model with opset {Target} or later");
        }
    }
}
