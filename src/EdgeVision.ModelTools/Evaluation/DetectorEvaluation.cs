using EdgeVision.Core.Detections;
using EdgeVision.Core.Ports;
using EdgeVision.Inference;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Runs a detector over labelled pictures and scores what it finds. Labels meet categories by name, ignoring case.</summary>
public sealed class DetectorEvaluation(IDetector detector, PictureReader read)
{
    /// <param name="truth">The labels.</param>
    /// <param name="folder">Where the pictures lie.</param>
    /// <param name="categories">Names of the categories that count; null for all the labels have.</param>
    /// <param name="progress">Pictures done.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">A category is not in the labels, or the model knows none of them.</exception>
    public async Task<CocoMetrics> RunAsync(
        CocoGroundTruth truth, string folder, IReadOnlyCollection<string>? categories, IProgress<int>? progress, CancellationToken cancellation)
    {
        // Before the first picture: a mistyped category should not cost a whole evaluation.
        var categoryOfClass = CategoryOfClass(truth, detector.Labels, categories);
        var found = new List<DetectionRecord>();
        var oneFrame = new OneFrame(detector);
        for (var i = 0; i < truth.Images.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var image = truth.Images[i];
            var (format, pixels) = read(Path.Combine(folder, image.FileName));
            var detections = await oneFrame.DetectAsync(format, pixels).ConfigureAwait(false);
            foreach (var detection in detections.Items)
            {
                if (categoryOfClass.TryGetValue(detection.ClassId, out var category))
                {
                    found.Add(DetectionRecord.Of(image.Id, category, detection.Box, format.Size, detection.Score));
                }
            }

            progress?.Report(i + 1);
        }

        return CocoEvaluator.Evaluate(truth, found, new CocoEvaluationOptions { Categories = categories });
    }

    /// <summary>Which category each of a model's classes is.</summary>
    /// <exception cref="ArgumentException">A category is not in the labels, or the model knows none of them.</exception>
    public static IReadOnlyDictionary<int, long> CategoryOfClass(CocoGroundTruth truth, LabelSet classes, IReadOnlyCollection<string>? wanted)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(classes);
        _ = EvaluationScope.Categories(truth, wanted);
        var map = new Dictionary<int, long>();
        foreach (var category in truth.Categories)
        {
            var classId = classes.IndexOf(category.Name);
            if (classId >= 0 && (wanted is null || wanted.Contains(category.Name, StringComparer.OrdinalIgnoreCase)))
            {
                map[classId] = category.Id;
            }
        }

        return map.Count > 0 ? map : throw new ArgumentException(
            $"the model knows none of the categories {string.Join(", ", wanted ?? truth.Categories.Select(c => c.Name))}");
    }
}
