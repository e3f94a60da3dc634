using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>Small made-up truths and detections; squares by their left edge, so that overlaps can be computed by hand.</summary>
internal static class Scenery
{
    public const double Side = 100;

    public static CocoAnnotation Truth(double x, long image = 1, long category = 1) =>
        new(image, category, x, 0, Side, Side, Side * Side);

    public static DetectionRecord Found(double x, double score, long image = 1, long category = 1) =>
        new(image, category, x, 0, Side, Side, score);

    public static CocoGroundTruth World(params CocoAnnotation[] annotations) => World(4, annotations);

    public static CocoGroundTruth World(int images, CocoAnnotation[] annotations) => new(
        [.. Enumerable.Range(1, images).Select(id => new CocoImage(id, $"{id}.jpg", 640, 480))],
        [new(1, "car"), new(2, "Bus")],
        annotations);

    public static CocoMetrics Judge(CocoGroundTruth truth, params DetectionRecord[] detections) =>
        CocoEvaluator.Evaluate(truth, detections);
}
