using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Makes bytes of the input and of the values it is moved through, and numbers of them where arithmetic begins.</summary>
internal static class PixelBytes
{
    public static void Apply(WorkGraph graph, Dictionary<string, TensorFact> facts, PixelFlow flow, PixelScaling scaling)
    {
        var types = graph.Model.Graph.Inputs.Concat(graph.Model.Graph.ValueInfos).ToDictionary(static value => value.Name);
        foreach (var value in flow.Values)
        {
            if (flow.Readers(graph, value) is { Count: > 0 } readers)
            {
                Dequantize(graph, facts, value, readers, scaling);
            }

            facts[value] = facts[value] with { Type = OnnxDataType.UInt8 };
            types[value].Type = FactsByRunning.TypeOf(facts[value]);
        }
    }

    private static void Dequantize(
        WorkGraph graph, Dictionary<string, TensorFact> facts, string value, IReadOnlyList<OnnxNode> readers, PixelScaling scaling)
    {
        var scale = TensorValues.Floats(graph.NewName($"{value}_scale"), [], [scaling.Scale]);
        var zeroPoint = TensorValues.Raw(graph.NewName($"{value}_zero_point"), OnnxDataType.UInt8, [], new[] { scaling.ZeroPoint });
        graph.SetConstant(scale);
        graph.SetConstant(zeroPoint);
        var real = graph.NewName($"{value}_real");
        graph.InsertBefore(readers[0], new OnnxNode
        {
            OpType = "DequantizeLinear",
            Name = graph.NewName($"{value}_DequantizeLinear"),
            Inputs = [value, scale.Name, zeroPoint.Name],
            Outputs = [real],
        });
        foreach (var reader in readers)
        {
            reader.Inputs = [.. reader.Inputs.Select(input => input == value ? real : input)];
        }

        graph.Changed();
        facts[real] = facts[value];
        graph.Model.Graph.ValueInfos.Add(new OnnxValueInfo { Name = real, Type = FactsByRunning.TypeOf(facts[real]) });
    }
}
