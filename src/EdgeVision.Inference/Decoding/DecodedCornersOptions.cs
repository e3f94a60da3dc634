using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: decoded_corners</c>, for <see cref="DecodedCorners"/>.</summary>
public sealed record DecodedCornersOptions : DecoderOptions
{
    /// <summary>Number of boxes.</summary>
    [Range(1, 1_000_000)]
    public required int Rows { get; init; }

    /// <summary>Name of the scores' output.</summary>
    public required string ScoresOutput { get; init; }

    /// <summary>Name of the boxes' output.</summary>
    public required string BoxesOutput { get; init; }

    /// <summary>Whether the scores' first column is the background, which the labels leave out.</summary>
    public bool Background { get; init; }

    public override IDecoder Create(PictureSize input, int classes) =>
        new DecodedCorners(input, Rows, classes, ScoresOutput, BoxesOutput, Background);
}
