using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Preparation;

namespace EdgeVision.ModelTools.Quantization.Rewrites;

/// <summary>Sets list attributes.</summary>
internal static class NodeLists
{
    public static void Set(this OnnxNode node, string name, long[] values)
    {
        node.Remove(name);
        node.Attributes = [.. node.Attributes, new OnnxAttribute { Name = name, Type = OnnxAttributeType.Integers, Integers = values }];
    }
}
