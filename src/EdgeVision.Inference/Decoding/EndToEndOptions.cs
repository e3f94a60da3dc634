using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: end_to_end</c>, for <see cref="EndToEnd"/>.</summary>
public sealed record EndToEndOptions : DecoderOptions
{
    /// <summary>Number of rows.</summary>
    [Range(1, 100_000)]
    public int Rows { get; init; } = 300;

    /// <summary>Name of the output.</summary>
    public required string Output { get; init; }

    public override IDecoder Create(PictureSize input, int classes) => new EndToEnd(Rows, classes, Output);
}
