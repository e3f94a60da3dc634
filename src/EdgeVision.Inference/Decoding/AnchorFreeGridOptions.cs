using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: anchor_free_grid</c>, for <see cref="AnchorFreeGrid"/>.</summary>
public sealed record AnchorFreeGridOptions : DecoderOptions
{
    /// <summary>Input pixels per grid step, in the output's order.</summary>
    [Length(1, 8)]
    public IReadOnlyList<int> Strides { get; init; } = [8, 16, 32];

    /// <summary>Name of the output.</summary>
    public required string Output { get; init; }

    public override IDecoder Create(PictureSize input, int classes) => new AnchorFreeGrid(input, Strides, classes, Output);
}
