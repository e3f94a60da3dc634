using System.Security.Cryptography;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Tests.Quantization.Qdq;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Accuracy;

/// <summary>
/// A plain ReLU conv net that finds bright cells among 8 by 8: it averages over more and more pixels, and a sigmoid of the
/// brightness is the score. Boxes, in pixels of 0..640, and scores leave it in one tensor.
/// </summary>
internal static class BlobDetector
{
    public const int Cells = 8;
    private const int Size = 640;
    private const int Channels = 8;

    /// <param name="threshold">Brightness, 0..1, at which a score is one half.</param>
    /// <param name="joined">What is made of boxes and scores before they are the output; null for nothing.</param>
    public static VerifiedModel Model(float threshold = .5f, Func<GraphBuilder, string, string>? joined = null)
    {
        var graph = new GraphBuilder();
        var first = Layer(graph, "first", graph.Input("x", 1, 3, Size, Size), 3, 8, 8, 0);
        var second = Layer(graph, "second", first, Channels, 3, 1, 1);
        const float Steepness = 10;
        graph.Node(
            "Conv", "brightness",
            [second, Average(graph, "brightness.w", 1, Channels, 10, Steepness), graph.Constant("brightness.b", [-Steepness * threshold], 1)],
            Ints("kernel_shape", 10, 10), Ints("strides", 10, 10));
        graph.Node("Sigmoid", "score", ["brightness"]);
        graph.Node("Reshape", "scores", ["score", graph.Integers("column", 1, Cells * Cells, 1)]);
        var y = graph.Node("Concat", "rows", [graph.Constant("boxes", Boxes(), 1, Cells * Cells, 4), "scores"], Int("axis", 2));
        graph.Output(joined?.Invoke(graph, y) ?? y);
        return Verified(graph.Model);
    }

    public static VerifiedModel Verified(OnnxModel model)
    {
        var bytes = OnnxWriter.Write(model);
        return new VerifiedModel(
            new ModelManifest
            {
                Name = "blobs",
                File = "blobs.onnx",
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Size = bytes.Length,
                Licence = "CC0-1.0",
                Precision = ModelPrecision.Fp32,
                Input = new ModelInput { Name = "x", Size = new PictureSize(Size, Size), Color = ChannelOrder.Rgb, Std = [255], Resize = ResizeMode.Stretch },
                Decoder = new DecodedRowsOptions { Rows = Cells * Cells, Output = model.Graph.Outputs[0].Name, Objectness = false },
                Labels = "blob.txt",
                Classes = new LabelSet(["blob"]),
                Score = .5f,
            },
            "blobs.onnx", bytes);
    }

    /// <summary>Cells of one grey each; three of ten are bright.</summary>
    public static CalibrationSet Pictures(int count, int seed = 1, bool dark = false) => new("grey cells", count, index =>
    {
        const int Side = 160;
        var random = new Random(seed + index);
        var greys = Enumerable.Range(0, Cells * Cells).Select(_ => (byte)(!dark && random.Next(10) < 3 ? random.Next(170, 256) : random.Next(70))).ToArray();
        var pixels = new byte[3 * Side * Side];
        for (var i = 0; i < Side * Side; i++)
        {
            var (row, column) = (i / Side * Cells / Side, i % Side * Cells / Side);
            pixels.AsSpan(3 * i, 3).Fill(greys[(row * Cells) + column]);
        }

        return new CalibrationFrame(new FrameFormat(new PictureSize(Side, Side), PixelLayout.Rgb24), pixels);
    });

    private static string Layer(GraphBuilder graph, string name, string from, int inputs, int kernel, int stride, int pad)
    {
        graph.Node(
            "Conv", name, [from, Average(graph, name + ".w", Channels, inputs, kernel, 1)],
            Ints("kernel_shape", kernel, kernel), Ints("strides", stride, stride), Ints("pads", pad, pad, pad, pad));
        return graph.Node("Relu", name + "_relu", [name]);
    }

    /// <summary>Weights that sum to the given number in each output, none of them equal.</summary>
    private static string Average(GraphBuilder graph, string name, int outputs, int inputs, int kernel, float sum)
    {
        var each = inputs * kernel * kernel;
        var weights = Array.ConvertAll(graph.Random(outputs * each, .5f), static value => value + 1);
        for (var output = 0; output < outputs; output++)
        {
            var own = weights.AsSpan(output * each, each);
            var factor = sum / own.ToArray().Sum();
            foreach (ref var weight in own)
            {
                weight *= factor;
            }
        }

        return graph.Constant(name, weights, outputs, inputs, kernel, kernel);
    }

    private static float[] Boxes()
    {
        const int Cell = Size / Cells;
        return [.. Enumerable.Range(0, Cells * Cells).SelectMany(static cell => new float[] { ((cell % Cells) + .5f) * Cell, ((cell / Cells) + .5f) * Cell, Cell, Cell })];
    }
}
