using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: cell_grid</c>, for <see cref="CellGrid"/>.</summary>
public sealed record CellGridOptions : DecoderOptions
{
    /// <summary>Input pixels per cell.</summary>
    [Range(1, 1024)]
    public int Stride { get; init; } = 16;

    /// <summary>Name of the output.</summary>
    public required string Output { get; init; }

    /// <summary>Exponent of the object confidence in the score.</summary>
    [Range(0d, 4d, MinimumIsExclusive = true)]
    public float ObjectPower { get; init; } = 0.6f;

    /// <summary>Exponent of the class confidence in the score.</summary>
    [Range(0d, 4d, MinimumIsExclusive = true)]
    public float ClassPower { get; init; } = 0.4f;

    public override IDecoder Create(PictureSize input, int classes) => new CellGrid(input, Stride, classes, Output, ObjectPower, ClassPower);
}
