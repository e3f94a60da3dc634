using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Writes what the channels do not share of mean and std as a Mul and an Add at the input.</summary>
internal static class ExplicitScaling
{
    public static void Insert(WorkGraph graph, Dictionary<string, TensorFact> facts, string input, int axis, PixelScaling scaling)
    {
        var factor = scaling.Factor;
        var shift = scaling.Mean.Zip(factor, (mean, by) => -mean * scaling.Scale * by);
        Insert(graph, facts, input, axis, "Add", [.. shift.Select(static value => (float)value)]);
        if (factor.Any(static value => value != 1))
        {
            Insert(graph, facts, input, axis, "Mul", Array.ConvertAll(factor, static value => (float)value));
        }
    }

    private static void Insert(
        WorkGraph graph, Dictionary<string, TensorFact> facts, string input, int axis, string operation, float[] values)
    {
        var shape = new long[] { 1, 1, 1, 1 };
        shape[axis] = values.Length;
        var constant = TensorValues.Floats(graph.NewName($"{input}_{operation}_constant"), shape, values);
        var made = graph.NewName($"{input}_{operation}_value");
        graph.SetConstant(constant);
        graph.RedirectReaders(input, made);
        graph.InsertFirst(new OnnxNode
        {
            OpType = operation, Name = graph.NewName($"{input}_{operation}"), Inputs = [input, constant.Name], Outputs = [made],
        });
        facts[made] = facts[input];
        graph.Model.Graph.ValueInfos.Add(new OnnxValueInfo { Name = made, Type = FactsByRunning.TypeOf(facts[made]) });
    }
}
