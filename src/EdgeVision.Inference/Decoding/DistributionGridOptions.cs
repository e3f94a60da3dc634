using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary>
/// <c>layout: distribution_grid</c>, for <see cref="DistributionGrid"/>. Either <see cref="Output"/>, or
/// <see cref="ClassOutputs"/> and <see cref="DistanceOutputs"/> with one name per stride, or none of them: two outputs per
/// stride, told apart by their shapes.
/// </summary>
public sealed record DistributionGridOptions : DecoderOptions
{
    /// <summary>Input pixels per grid step, in the output's order.</summary>
    [Length(1, 8)]
    public IReadOnlyList<int> Strides { get; init; } = [8, 16, 32, 64];

    /// <summary>Greatest distance in steps; each side has one more logit than that.</summary>
    [Range(1, 64)]
    public int RegMax { get; init; } = 7;

    /// <summary>Where in its cell a point lies.</summary>
    public GridPoint Point { get; init; } = GridPoint.Corner;

    /// <summary>Name of the one output that holds everything.</summary>
    public string? Output { get; init; }

    /// <summary>Names of the class outputs.</summary>
    public IReadOnlyList<string> ClassOutputs { get; init; } = [];

    /// <summary>Names of the distances' outputs.</summary>
    public IReadOnlyList<string> DistanceOutputs { get; init; } = [];

    public override IDecoder Create(PictureSize input, int classes) => new DistributionGrid(input, classes, this);
}
