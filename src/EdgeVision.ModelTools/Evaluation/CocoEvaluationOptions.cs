namespace EdgeVision.ModelTools.Evaluation;

/// <summary>What part of the ground truth is judged.</summary>
public sealed record CocoEvaluationOptions
{
    /// <summary>Names of the categories that count, ignoring case; null for all.</summary>
    public IReadOnlyCollection<string>? Categories { get; init; }

    /// <summary>Ids of the images that count; null for all.</summary>
    public IReadOnlyCollection<long>? ImageIds { get; init; }
}
