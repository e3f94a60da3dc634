using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Truth;

/// <summary>How well a camera's detections agree with the truth so far.</summary>
/// <param name="Overall">All labels together.</param>
/// <param name="PerLabel">By label.</param>
/// <param name="Frames">Frames compared.</param>
/// <param name="NotCompared">Inferred frames that were not, since comparing could not keep up.</param>
/// <param name="Score">Least score of the detections.</param>
public sealed record TruthReading(
    Agreement Overall, IReadOnlyList<(string Label, Agreement Agreement)> PerLabel, int Frames, long NotCompared, float Score);
