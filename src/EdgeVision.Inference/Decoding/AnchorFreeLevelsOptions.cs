using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: anchor_free_levels</c>, for <see cref="AnchorFreeLevels"/>; one name per stride.</summary>
public sealed record AnchorFreeLevelsOptions : DecoderOptions
{
    /// <summary>Input pixels per grid step.</summary>
    [Length(1, 8)]
    public IReadOnlyList<int> Strides { get; init; } = [8, 16, 32];

    /// <summary>Names of the class outputs.</summary>
    public required IReadOnlyList<string> ClassOutputs { get; init; }

    /// <summary>Names of the object outputs.</summary>
    public required IReadOnlyList<string> ObjectOutputs { get; init; }

    /// <summary>Names of the box outputs.</summary>
    public required IReadOnlyList<string> BoxOutputs { get; init; }

    public override IDecoder Create(PictureSize input, int classes) =>
        new AnchorFreeLevels(input, Strides, classes, ClassOutputs, ObjectOutputs, BoxOutputs);
}
