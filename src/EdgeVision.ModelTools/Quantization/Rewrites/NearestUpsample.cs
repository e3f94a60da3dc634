using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Rewrites;

/// <summary>
/// Doubling by nearest neighbour as two Concats of a tensor with itself, channels last: ONNX Runtime's integer Resize goes
/// element by element there, a Concat copies whole rows.
/// </summary>
internal static class NearestUpsample
{
    /// <summary>How often it was applied.</summary>
    public static int Apply(WorkGraph graph, IReadOnlyDictionary<string, TensorFact> facts)
    {
        var count = 0;
        foreach (var node in graph.Nodes.Where(node => node.OpType == "Resize" && Doubles(graph, node, facts)))
        {
            var shape = facts[node.Inputs[0]].Shape;
            graph.Replace(node, [.. Chain(graph, node, shape[1], shape[2], shape[3])]);
            count++;
        }

        return count;
    }

    /// <summary>Only where the rounding gives output i the input i / 2, exactly.</summary>
    private static bool Doubles(WorkGraph graph, OnnxNode node, IReadOnlyDictionary<string, TensorFact> facts) =>
        node.Text("mode", "nearest") == "nearest"
        && (node.Text("coordinate_transformation_mode", "half_pixel"), node.Text("nearest_mode", "round_prefer_floor")) is
            ("asymmetric", "floor" or "round_prefer_floor") or ("half_pixel", "round_prefer_floor" or "round_prefer_ceil")
        && facts.TryGetValue(node.Inputs[0], out var input) && facts.TryGetValue(node.Outputs[0], out var output)
        && input.Shape is [1, var channels, var height, var width]
        && output.Shape.SequenceEqual([1, channels, 2 * height, 2 * width])
        && IsExact(graph, node.Input(2));

    /// <summary>2.1 times 4 are 8 pixels too, and not each of the four twice.</summary>
    private static bool IsExact(WorkGraph graph, string scales) =>
        scales.Length == 0 || graph.Constant(scales) is { } factors && (factors.AsFloats() ?? [0]).All(static factor => factor is 1 or 2);

    private static IEnumerable<OnnxNode> Chain(WorkGraph graph, OnnxNode resize, long channels, long height, long width)
    {
        var value = resize.Inputs[0];
        yield return Turn([0, 2, 3, 1]);
        yield return Shape(height * width, channels);
        yield return Twice();
        yield return Shape(height, 2 * width * channels);
        yield return Twice();
        yield return Shape(1, 2 * height, 2 * width, channels);
        yield return Turn([0, 3, 1, 2], resize.Outputs[0]);

        OnnxNode Turn(long[] order, string? output = null)
        {
            var node = Step("Transpose", [value], output);
            node.Set("perm", order);
            return node;
        }

        OnnxNode Shape(params long[] sizes)
        {
            var name = graph.NewName($"{resize.Name}_shape");
            graph.SetConstant(TensorValues.List(name, sizes));
            return Step("Reshape", [value, name]);
        }

        OnnxNode Twice()
        {
            var node = Step("Concat", [value, value]);
            node.Set("axis", 1L);
            return node;
        }

        OnnxNode Step(string op, IReadOnlyList<string> inputs, string? output = null)
        {
            value = output ?? graph.NewName($"{resize.Outputs[0]}_step");
            return new OnnxNode { OpType = op, Name = graph.NewName($"{resize.Name}_{op}"), Inputs = inputs, Outputs = [value] };
        }
    }
}
