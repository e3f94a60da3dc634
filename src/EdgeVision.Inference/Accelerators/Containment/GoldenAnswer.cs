using EdgeVision.Core.Detections;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>What one accelerator says about the golden picture.</summary>
/// <param name="Candidates">Everything that scores high enough, before suppression, as normalised boxes of the picture.</param>
/// <param name="Detections">What is left after suppression, best first.</param>
/// <param name="Outputs">The raw outputs.</param>
internal sealed record GoldenAnswer(IReadOnlyList<Detection> Candidates, IReadOnlyList<Detection> Detections, float[][] Outputs);
