using EdgeVision.ModelTools.Quantization.Graphs;
namespace EdgeVision.ModelTools.Quantization.Preparation.Upgrade;

/// <summary>
/// Upsample (to opset 9) and Resize of opset 10 map pixel x to x / scale; nearest takes the pixel below when enlarging and above
/// when shrinking, as ONNX Runtime does for them. Resize of opset 11 spells such rules out.
/// </summary>
internal static class OldResize
{
    public static void ConvertUpsample(Conversion conversion)
    {
        if (conversion.Node.Attribute("scales") is { } scales)
        {
            float[] values = [.. scales.Numbers];
            conversion.Node.Remove("scales");
            conversion.SetConstant(1, TensorValues.Floats(conversion.Graph.NewName($"{conversion.Node.Name}_scales"), [values.Length], values));
        }

        conversion.Node.OpType = "Resize";
        SpellOut(conversion);
    }

    public static void Convert(Conversion conversion)
    {
        if (conversion.From < 11)
        {
            SpellOut(conversion);
            return;
        }

        if (conversion.Node.Text("coordinate_transformation_mode", "half_pixel") == "tf_half_pixel_for_nn")
        {
            throw conversion.Refuse("its coordinate mode tf_half_pixel_for_nn left the standard with opset 13; export the model anew");
        }

        // Optional since 13; before, an empty tensor stood for an input left out.
        conversion.Node.Inputs = [.. conversion.Node.Inputs.Select(input => conversion.Graph.Constant(input) is { Elements: 0 } ? "" : input)];
    }

    private static void SpellOut(Conversion conversion)
    {
        var node = conversion.Node;
        var scales = conversion.Graph.Constant(node.Input(1)).AsFloats() ?? throw conversion.Refuse("its scales are not constant");
        var enlarges = scales.Any(static scale => scale > 1);
        var shrinks = scales.Any(static scale => scale < 1);
        if (enlarges && shrinks)
        {
            throw conversion.Refuse("it enlarges one axis and shrinks another, which later opsets cannot say; export the model anew");
        }

        node.Inputs = [node.Inputs[0], "", node.Inputs[1]];
        node.Set("coordinate_transformation_mode", "asymmetric");
        if (node.Text("mode", "nearest") == "nearest")
        {
            node.Set("nearest_mode", shrinks ? "ceil" : "floor");
        }
    }
}
