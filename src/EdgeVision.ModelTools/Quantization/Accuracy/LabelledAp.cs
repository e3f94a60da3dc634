using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.ModelTools.Quantization.Accuracy;

/// <summary>COCO average precision on labelled pictures, as `edgevision eval` measures it.</summary>
/// <param name="factory">Opens the models.</param>
/// <param name="read">Reads the pictures.</param>
/// <param name="truth">The labels.</param>
/// <param name="folder">Where the pictures lie.</param>
/// <param name="categories">Names of those that count; null for all.</param>
/// <param name="threads">Within one inference.</param>
public sealed class LabelledAp(
    DetectorFactory factory, PictureReader read, CocoGroundTruth truth, string folder, IReadOnlyCollection<string>? categories, int threads)
    : IAccuracyMeasure
{
    /// <summary>What the reference evaluation keeps: nearly everything, since AP ranks and does not cut.</summary>
    public const float Score = .01f;

    /// <summary>The reference evaluation's NMS.</summary>
    public const float Nms = .6f;

    public string Name => $"AP on {truth.Images.Count} labelled pictures";

    /// <inheritdoc/>
    public async Task<double> MeasureAsync(VerifiedModel model, IProgress<int>? progress, CancellationToken cancellation)
    {
        using var detector = factory.Open(model, new DetectorOptions { Threads = threads, Score = Score, Nms = Nms, ClipBoxes = false });
        var metrics = await new DetectorEvaluation(detector, read).RunAsync(truth, folder, categories, progress, cancellation).ConfigureAwait(false);
        return Math.Max(0, metrics.Ap);
    }
}
