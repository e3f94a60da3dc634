using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>
/// The model that simulated devices run: every output row begins with the first and the last number of the input, so that an
/// output tells which frame it is of and whether that frame was whole.
/// </summary>
internal static class TokenModel
{
    public const int Rows = 4;

    public const int RowLength = 6;

    public static ModelManifest Manifest { get; } = Manifests.For([1, 2, 3]) with
    {
        Input = new ModelInput { Name = "images", Size = new PictureSize(8, 8), Color = ChannelOrder.Rgb, Resize = ResizeMode.Stretch },
        Decoder = new DecodedRowsOptions { Output = "output", Rows = Rows, Objectness = false },
    };

    public static long[] InputShape { get; } = [1, 3, 8, 8];

    /// <summary>Rows of cx, cy, w, h and two scores that are too small to be boxes.</summary>
    public static void Run(ReadOnlySpan<float> input, Span<float> output)
    {
        for (var row = 0; row < Rows; row++)
        {
            ReadOnlySpan<float> values = [input[0], input[^1], 1 + row, 2, 0.1f, 0.05f];
            values.CopyTo(output[(row * RowLength)..]);
        }
    }
}
