using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Tests.Quantization;

/// <summary>
/// A crude QDQ form of a hand-built net: every value that a Conv reads goes through 8 bits of a fixed step, weights through
/// few levels, cut towards zero so that means shift. Names stay.
/// </summary>
internal static class HandQdq
{
    public const float Step = 0.05f;
    public const int ZeroPoint = 60;
    private const int Levels = 8;

    public static OnnxModel Of(PreparedModel model)
    {
        var graph = model.Copy();
        graph.SetConstant(Scalar("step", OnnxDataType.Float32, BitConverter.GetBytes(Step)));
        graph.SetConstant(Scalar("zero", OnnxDataType.UInt8, [ZeroPoint]));
        foreach (var conv in graph.Nodes.Where(static node => node.OpType == "Conv"))
        {
            var bits = Node(graph, conv, "QuantizeLinear", conv.Inputs[0], "step", "zero");
            var data = Node(graph, conv, "DequantizeLinear", bits, "step", "zero");
            var (codes, scale) = Codes(Values(graph.Constant(conv.Inputs[1])!));
            graph.SetConstant(new OnnxTensor
            {
                Name = $"{conv.Name}_codes",
                Type = OnnxDataType.Int8,
                Dimensions = graph.Constant(conv.Inputs[1])!.Dimensions,
                Data = MemoryMarshal.AsBytes(codes.AsSpan()).ToArray(),
            });
            graph.SetConstant(Scalar($"{conv.Name}_scale", OnnxDataType.Float32, BitConverter.GetBytes(scale)));
            var weights = Node(graph, conv, "DequantizeLinear", $"{conv.Name}_codes", $"{conv.Name}_scale");
            conv.Inputs = [data, weights, .. conv.Inputs.Skip(2)];
            graph.Changed();
        }

        return graph.Model;
    }

    /// <summary>The weights as the quantized model has them.</summary>
    public static float[] Weights(float[] weights)
    {
        var (codes, scale) = Codes(weights);
        return Array.ConvertAll(codes, code => code * scale);
    }

    public static float[] Values(OnnxTensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.ToRaw().Span).ToArray();

    private static (sbyte[] Codes, float Scale) Codes(float[] weights)
    {
        var scale = weights.Max(Math.Abs) / Levels;
        return (Array.ConvertAll(weights, value => (sbyte)MathF.Truncate(value / scale)), scale);
    }

    private static string Node(WorkGraph graph, OnnxNode before, string operation, params string[] inputs)
    {
        var name = graph.NewName($"{before.Name}_{operation}");
        graph.InsertBefore(before, new OnnxNode { OpType = operation, Name = name, Inputs = inputs, Outputs = [name] });
        return name;
    }

    private static OnnxTensor Scalar(string name, OnnxDataType type, byte[] data) => new() { Name = name, Type = type, Data = data };
}
