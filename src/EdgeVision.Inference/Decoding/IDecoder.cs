namespace EdgeVision.Inference.Decoding;

/// <summary>
/// Reads one layout of detector outputs. It knows nothing of the device. Confidences are clipped to 0..1; a row with
/// a NaN, an infinite or an empty box is left out. Never allocates while decoding.
/// </summary>
public interface IDecoder
{
    /// <summary>What it reads; the detector checks it against the model when it loads.</summary>
    IReadOnlyList<OutputNeed> Outputs { get; }

    /// <summary>Most candidates one run can give: the number of cells, points or rows.</summary>
    int MaxCandidates { get; }

    /// <summary>Whether the model gives each object once; no suppression follows then.</summary>
    bool IsSuppressed => false;

    /// <summary>Where the outputs hold values of a known range, such as confidences; for a check of what a device gives.</summary>
    IReadOnlyList<OutputRange> Ranges => [];

    /// <summary>Adds every row whose best class scores at least <paramref name="minScore"/>; boxes in input pixels.</summary>
    /// <param name="outputs">The run's outputs, in <see cref="Outputs"/>' order and shapes.</param>
    /// <param name="minScore">Above 0, at most 1.</param>
    /// <param name="into">Gets the candidates, before any suppression.</param>
    void Decode(ITensorOutputs outputs, float minScore, CandidateList into);
}
