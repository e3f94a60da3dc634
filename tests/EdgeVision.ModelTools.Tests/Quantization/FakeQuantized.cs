using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;

namespace EdgeVision.ModelTools.Tests.Quantization;

/// <summary>A model whose weights are rounded hard, towards zero so that means shift, under the same names.</summary>
internal static class FakeQuantized
{
    public static OnnxModel Of(PreparedModel model, int levels)
    {
        var graph = model.Copy();
        foreach (var weights in graph.Model.Graph.Initializers.Where(static one => one.Name.EndsWith("_w", StringComparison.Ordinal)))
        {
            var values = MemoryMarshal.Cast<byte, float>(weights.ToRaw().Span).ToArray();
            var step = values.Max(Math.Abs) / levels;
            weights.Data = MemoryMarshal.AsBytes(Array.ConvertAll(values, value => MathF.Truncate(value / step) * step).AsSpan()).ToArray();
        }

        return graph.Model;
    }
}
