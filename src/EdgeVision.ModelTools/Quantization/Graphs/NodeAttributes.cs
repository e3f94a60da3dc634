using System.Text;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Graphs;

/// <summary>Reads and sets a node's attributes by name.</summary>
internal static class NodeAttributes
{
    public static OnnxAttribute? Attribute(this OnnxNode node, string name) =>
        node.Attributes.FirstOrDefault(attribute => attribute.Name == name);

    public static long Integer(this OnnxNode node, string name, long otherwise) => node.Attribute(name)?.Integer ?? otherwise;

    public static float Number(this OnnxNode node, string name, float otherwise) => node.Attribute(name)?.Number ?? otherwise;

    public static IReadOnlyList<long>? Integers(this OnnxNode node, string name) => node.Attribute(name)?.Integers;

    public static string Text(this OnnxNode node, string name, string otherwise) =>
        node.Attribute(name) is { Texts: [var text, ..] } ? Encoding.UTF8.GetString(text.Span) : otherwise;

    public static void Remove(this OnnxNode node, string name) =>
        node.Attributes = [.. node.Attributes.Where(attribute => attribute.Name != name)];

    public static void Set(this OnnxNode node, string name, long value) =>
        node.Put(new OnnxAttribute { Name = name, Type = OnnxAttributeType.Integer, Integer = value });

    public static void Set(this OnnxNode node, string name, float value) =>
        node.Put(new OnnxAttribute { Name = name, Type = OnnxAttributeType.Number, Number = value });

    public static void Set(this OnnxNode node, string name, string value) =>
        node.Put(new OnnxAttribute { Name = name, Type = OnnxAttributeType.Text, Texts = [Encoding.UTF8.GetBytes(value)] });

    public static void Set(this OnnxNode node, string name, IReadOnlyList<long> values) =>
        node.Put(new OnnxAttribute { Name = name, Type = OnnxAttributeType.Integers, Integers = values });

    /// <summary>The input's name; "" when it is left out.</summary>
    public static string Input(this OnnxNode node, int index) => index < node.Inputs.Count ? node.Inputs[index] : "";

    /// <summary>Sets an input, with empty names for optional ones before it that are left out.</summary>
    public static void SetInput(this OnnxNode node, int index, string value)
    {
        var inputs = node.Inputs.ToList();
        while (inputs.Count <= index)
        {
            inputs.Add("");
        }

        inputs[index] = value;
        node.Inputs = inputs;
    }

    private static void Put(this OnnxNode node, OnnxAttribute attribute)
    {
        node.Remove(attribute.Name);
        node.Attributes = [.. node.Attributes, attribute];
    }
}
