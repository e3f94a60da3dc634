using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Writes mean and std out as a Sub and a Mul at the input.</summary>
internal static class ExplicitScaling
{
    public static void Insert(WorkGraph graph, Dictionary<string, TensorFact> facts, string input, int axis, PixelScaling scaling)
    {
        var shape = new long[] { 1, 1, 1, 1 };
        shape[axis] = scaling.Mean.Length;
        var mean = TensorValues.Floats(
            graph.NewName($"{input}_mean"), shape, Array.ConvertAll(scaling.Mean, value => (float)(value + scaling.ZeroPoint)));
        var factor = TensorValues.Floats(
            graph.NewName($"{input}_factor"), shape, Array.ConvertAll(scaling.Factor, value => (float)(value * scaling.Scale)));
        graph.SetConstant(mean);
        graph.SetConstant(factor);
        var centred = graph.NewName($"{input}_centred");
        var scaled = graph.NewName($"{input}_scaled");
        graph.RedirectReaders(input, scaled);
        graph.InsertFirst(new OnnxNode { OpType = "Mul", Name = graph.NewName($"{input}_Mul"), Inputs = [centred, factor.Name], Outputs = [scaled] });
        graph.InsertFirst(new OnnxNode { OpType = "Sub", Name = graph.NewName($"{input}_Sub"), Inputs = [input, mean.Name], Outputs = [centred] });
        foreach (var made in (ReadOnlySpan<string>)[centred, scaled])
        {
            facts[made] = facts[input];
            graph.Model.Graph.ValueInfos.Add(new OnnxValueInfo { Name = made, Type = FactsByRunning.TypeOf(facts[made]) });
        }
    }
}
