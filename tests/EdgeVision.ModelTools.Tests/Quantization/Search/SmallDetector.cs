using EdgeVision.ModelTools.Quantization.Search;
using EdgeVision.ModelTools.Tests.Quantization.Qdq;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Search;

/// <summary>A detector in small: a stem with SiLU, a stage of half its size, a neck, two final layers and what joins them.</summary>
internal static class SmallDetector
{
    public static readonly string[] Stem = ["stem", "stem_gate", "stem_silu"];
    public static readonly string[] Tail = ["score", "y"];
    public static readonly string[] Before = ["stem", "stem_gate", "stem_silu", "deep", "deep_relu", "pool", "up", "join", "neck", "neck_relu", "boxes", "scores"];

    public static GraphRegions Regions()
    {
        var graph = new GraphBuilder();
        graph.Conv("stem", graph.Input("x", 1, 3, 16, 16), 4, 3, 3, stride: 2);
        graph.Node("Sigmoid", "stem_gate", ["stem"]);
        graph.Node("Mul", "stem_silu", ["stem", "stem_gate"]);
        graph.Conv("deep", "stem_silu", 4, 4, 3, stride: 2);
        graph.Node("Relu", "deep_relu", ["deep"]);
        graph.Node("MaxPool", "pool", ["deep_relu"], Ints("kernel_shape", 3, 3), Ints("pads", 1, 1, 1, 1));
        graph.Resize("up", "pool");
        graph.Node("Concat", "join", ["stem_silu", "up"], Int("axis", 1));
        graph.Conv("neck", "join", 4, 8, 1);
        graph.Node("Relu", "neck_relu", ["neck"]);
        graph.Conv("boxes", "neck_relu", 4, 4, 1);
        graph.Conv("scores", "neck_relu", 2, 4, 1);
        graph.Node("Sigmoid", "score", ["scores"]);
        graph.Output(graph.Node("Concat", "y", ["boxes", "score"], Int("axis", 1)));
        return new GraphRegions(Prepared.Of(graph.Model));
    }
}
