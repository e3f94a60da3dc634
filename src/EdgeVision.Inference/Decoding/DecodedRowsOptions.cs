using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: decoded_rows</c>, for <see cref="DecodedRows"/>.</summary>
public sealed record DecodedRowsOptions : DecoderOptions
{
    /// <summary>Number of rows.</summary>
    [Range(1, 1_000_000)]
    public required int Rows { get; init; }

    /// <summary>Name of the output.</summary>
    public required string Output { get; init; }

    /// <summary>Whether an object confidence stands before the classes.</summary>
    public bool Objectness { get; init; } = true;

    /// <summary>Whether boxes are in 0..1 of the input, not in its pixels.</summary>
    public bool Normalized { get; init; }

    public override IDecoder Create(PictureSize input, int classes) => new DecodedRows(input, classes, this);
}
