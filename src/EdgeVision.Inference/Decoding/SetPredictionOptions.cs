using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: set_prediction</c>, for <see cref="SetPrediction"/>.</summary>
public sealed record SetPredictionOptions : DecoderOptions
{
    /// <summary>Number of queries.</summary>
    [Range(1, 10_000)]
    public int Queries { get; init; } = 300;

    /// <summary>Name of the logits' output.</summary>
    public required string LogitsOutput { get; init; }

    /// <summary>Name of the boxes' output.</summary>
    public required string BoxesOutput { get; init; }

    /// <summary>How logits become scores.</summary>
    public SetScore Score { get; init; } = SetScore.Sigmoid;

    /// <summary>Most detections, the best of all queries and classes.</summary>
    [Range(1, 10_000)]
    public int Top { get; init; } = 300;

    public override IDecoder Create(PictureSize input, int classes) => new SetPrediction(input, classes, this);
}
