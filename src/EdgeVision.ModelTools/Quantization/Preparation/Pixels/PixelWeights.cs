using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Quantization.Preparation.Pixels;

/// <summary>Moves what the channels do not share of mean and std into the convolutions that read the pixels.</summary>
internal static class PixelWeights
{
    /// <summary>False, and nothing changed, when one of the readers cannot take it.</summary>
    public static bool TryFold(WorkGraph graph, PixelFlow flow, PixelScaling scaling)
    {
        if (!scaling.HasRest)
        {
            return true;
        }

        var readers = flow.Values.SelectMany(value => flow.Readers(graph, value).Select(node => (Node: node, Place: flow.PlaceOf(value)))).ToList();
        if (!readers.All(reader => CanTake(graph, reader.Node, reader.Place, scaling)))
        {
            return false;
        }

        readers.ForEach(reader => Fold(graph, reader.Node, reader.Place!, scaling));
        return true;
    }

    private static bool CanTake(WorkGraph graph, OnnxNode node, ChannelPlace? place, PixelScaling scaling) =>
        node is { OpType: "Conv", Domain: "" }
        && place is { Axis: 1 }
        && graph.Constant(node.Input(1)) is { Type: OnnxDataType.Float32 }
        && (node.Input(2).Length == 0 || graph.Constant(node.Input(2)) is { Type: OnnxDataType.Float32 })
        && (!scaling.HasMean || !Pads(node));

    /// <summary>A padding of zeros is one of the mean pixel, and a bias knows nothing of borders.</summary>
    private static bool Pads(OnnxNode node) =>
        node.Text("auto_pad", "NOTSET").StartsWith("SAME", StringComparison.Ordinal) || (node.Integers("pads")?.Any(static pad => pad != 0) ?? false);

    private static void Fold(WorkGraph graph, OnnxNode node, ChannelPlace place, PixelScaling scaling)
    {
        var tensor = graph.Constant(node.Inputs[1])!;
        var weights = tensor.AsFloats()!;
        var (outputs, inputs) = ((int)tensor.Dimensions[0], (int)tensor.Dimensions[1]);
        var area = weights.Length / outputs / inputs;
        var outputsOfGroup = outputs / (int)node.Integer("group", 1);
        var shifts = new double[outputs];
        for (var element = 0; element < weights.Length; element++)
        {
            var output = element / area / inputs;
            var channel = place.Channels[(output / outputsOfGroup * inputs) + (element / area % inputs)];
            var weight = weights[element] * scaling.Factor[channel];
            shifts[output] -= weight * scaling.Mean[channel] * scaling.Scale;
            weights[element] = (float)weight;
        }

        node.PutConstant(graph, 1, TensorValues.Floats(tensor.Name, tensor.Dimensions, weights));
        if (scaling.HasMean)
        {
            var bias = graph.Constant(node.Input(2)).AsFloats() ?? new float[outputs];
            float[] sums = [.. bias.Zip(shifts, static (old, shift) => (float)(old + shift))];
            node.PutConstant(graph, 2, TensorValues.Floats(node.Input(2), [outputs], sums));
        }
    }
}
