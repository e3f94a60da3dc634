using EdgeVision.ModelTools.Quantization.Graphs;
namespace EdgeVision.ModelTools.Quantization.Preparation.Upgrade;

/// <summary>The operators whose meaning or inputs changed between opsets 7 and 13 (Operators-changelog of the standard).</summary>
internal static class Converters
{
    public static IReadOnlyDictionary<string, Converter> ByOperator { get; } = new Dictionary<string, Converter>
    {
        ["Squeeze"] = new(13, static conversion => conversion.ListToInput("axes", 1)),
        ["Unsqueeze"] = new(13, static conversion => conversion.ListToInput("axes", 1)),
        ["ReduceSum"] = new(13, static conversion => conversion.ListToInput("axes", 1)),
        ["Split"] = new(13, static conversion => conversion.ListToInput("split", 1)),
        ["Softmax"] = new(13, FlatteningSoftmax.Convert),
        ["LogSoftmax"] = new(13, FlatteningSoftmax.Convert),
        ["Hardmax"] = new(13, FlatteningSoftmax.Convert),
        ["Resize"] = new(13, OldResize.Convert),
        ["Upsample"] = new(10, OldResize.ConvertUpsample),
        ["Clip"] = new(11, Clip),
        ["Pad"] = new(11, Pad),
        ["Scatter"] = new(11, static conversion => conversion.Node.OpType = "ScatterElements"),
        ["ConvTranspose"] = new(11, ConvTranspose),
        ["Slice"] = new(10, Slice),
        ["TopK"] = new(10, TopK),
        ["BatchNormalization"] = new(9, BatchNormalization),
    };

    private static void Clip(Conversion conversion)
    {
        foreach (var (name, input) in (ReadOnlySpan<(string, int)>)[("min", 1), ("max", 2)])
        {
            if (conversion.Node.Attribute(name) is { } limit)
            {
                conversion.SetNumber(name, input, limit.Number);
                conversion.Node.Remove(name);
            }
        }
    }

    private static void Pad(Conversion conversion)
    {
        conversion.ListToInput("pads", 1);
        var value = conversion.Node.Number("value", 0);
        conversion.Node.Remove("value");
        if (value != 0)
        {
            conversion.SetNumber("value", 2, value);
        }
    }

    private static void ConvTranspose(Conversion conversion)
    {
        if (conversion.Node.Text("auto_pad", "NOTSET").StartsWith("SAME", StringComparison.Ordinal))
        {
            throw conversion.Refuse("the sides of its automatic padding changed with opset 11; export the model with explicit pads");
        }
    }

    private static void Slice(Conversion conversion)
    {
        conversion.ListToInput("starts", 1);
        conversion.ListToInput("ends", 2);
        conversion.ListToInput("axes", 3);
    }

    private static void TopK(Conversion conversion)
    {
        conversion.SetList("k", 1, [conversion.Node.Integer("k", 0)]);
        conversion.Node.Remove("k");
    }

    private static void BatchNormalization(Conversion conversion)
    {
        if (conversion.Node.Integer("spatial", 1) == 0)
        {
            throw conversion.Refuse("it has statistics for each pixel (spatial = 0), which later opsets do not know");
        }

        conversion.Node.Remove("spatial");
    }
}
