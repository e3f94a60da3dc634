using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: decoded_columns</c>, for <see cref="DecodedColumns"/>.</summary>
public sealed record DecodedColumnsOptions : DecoderOptions
{
    /// <summary>Number of columns, that is of boxes.</summary>
    [Range(1, 1_000_000)]
    public required int Columns { get; init; }

    /// <summary>Name of the output.</summary>
    public required string Output { get; init; }

    /// <summary>Whether boxes are in 0..1 of the input, not in its pixels.</summary>
    public bool Normalized { get; init; }

    public override IDecoder Create(PictureSize input, int classes) => new DecodedColumns(input, classes, this);
}
