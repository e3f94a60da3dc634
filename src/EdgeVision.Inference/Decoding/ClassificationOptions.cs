using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: classification</c>, for <see cref="Classification"/>.</summary>
public sealed record ClassificationOptions : DecoderOptions
{
    /// <summary>Name of the output.</summary>
    public required string Output { get; init; }

    /// <summary>How the output becomes scores.</summary>
    public ClassScore Score { get; init; } = ClassScore.Softmax;

    /// <summary>Most classes of a picture, the best.</summary>
    [Range(1, 1000)]
    public int Top { get; init; } = 5;

    public override IDecoder Create(PictureSize input, int classes) => new Classification(input, classes, this);
}
