using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;

namespace EdgeVision.Inference.Decoding;

/// <summary><c>layout: end_to_end_tensors</c>, for <see cref="EndToEndTensors"/>.</summary>
public sealed record EndToEndTensorsOptions : DecoderOptions
{
    /// <summary>Number of rows.</summary>
    [Range(1, 100_000)]
    public int Rows { get; init; } = 100;

    /// <summary>Name of the boxes' output.</summary>
    public string BoxesOutput { get; init; } = "detection_boxes";

    /// <summary>Name of the class numbers' output.</summary>
    public string ClassesOutput { get; init; } = "detection_classes";

    /// <summary>Name of the scores' output.</summary>
    public string ScoresOutput { get; init; } = "detection_scores";

    /// <summary>Name of the output that says how many rows are in use; left out when there is none, or unused rows score 0.</summary>
    public string? CountOutput { get; init; }

    /// <summary>Number of the first class: 1 where 0 is the background.</summary>
    [Range(0, 1)]
    public int FirstClass { get; init; } = 1;

    public override IDecoder Create(PictureSize input, int classes) => new EndToEndTensors(input, classes, this);
}
