namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// COCO's average precision and recall of boxes, number for number as its reference evaluator (cocoeval.py of
/// https://github.com/cocodataset/cocoapi) gives them. Two differences, both about odd files: ground truth marked
/// `ignore` is ignored like a crowd's, and an annotation's id plays no part, so 0 is as good as any.
/// </summary>
public static class CocoEvaluator
{
    private const int All = 0;
    private const int Small = 1;
    private const int Medium = 2;
    private const int Large = 3;

    /// <exception cref="ArgumentException">
    /// The options or the detections name an image or category that the ground truth does not have, or a number is not finite.
    /// Detections of a category the ground truth does not list are passed over, as COCO does.
    /// </exception>
    public static CocoMetrics Evaluate(
        CocoGroundTruth groundTruth, IReadOnlyList<DetectionRecord> detections, CocoEvaluationOptions? options = null)
    {
        Check(groundTruth, detections);
        var images = EvaluationScope.Images(groundTruth, options?.ImageIds);
        var categories = EvaluationScope.Categories(groundTruth, options?.Categories);
        var scope = new EvaluationScope(groundTruth, detections, images);
        var scores = categories.Select(category => ScoreClass(scope, category.Id)).ToList();

        return new()
        {
            Ap = Mean(scores, s => s[All].Ap),
            Ap50 = Mean(scores, s => s[All].Ap50),
            Ap75 = Mean(scores, s => s[All].Ap75),
            ApSmall = Mean(scores, s => s[Small].Ap),
            ApMedium = Mean(scores, s => s[Medium].Ap),
            ApLarge = Mean(scores, s => s[Large].Ap),
            Ar1 = Mean(scores, s => s[All].Ar1),
            Ar10 = Mean(scores, s => s[All].Ar10),
            Ar100 = Mean(scores, s => s[All].Ar100),
            ArSmall = Mean(scores, s => s[Small].Ar100),
            ArMedium = Mean(scores, s => s[Medium].Ar100),
            ArLarge = Mean(scores, s => s[Large].Ar100),
            Images = images.Length,
            PerClass = categories.Zip(scores).ToDictionary(pair => pair.First.Name, pair => pair.Second[All].Ap),
            PerClassAp50 = categories.Zip(scores).ToDictionary(pair => pair.First.Name, pair => pair.Second[All].Ap50),
        };
    }

    private static ClassScore[] ScoreClass(EvaluationScope scope, long category)
    {
        var pictures = scope.Pictures(category);
        return [.. AreaRange.Standard.Select(range =>
        {
            var matches = new ClassMatches();
            foreach (var picture in pictures)
            {
                picture.MatchInto(matches, range);
            }

            return ClassScore.Of(matches);
        })];
    }

    /// <summary>Over the classes that had something to find.</summary>
    private static double Mean(List<ClassScore[]> scores, Func<ClassScore[], double> value) =>
        scores.Select(value).Where(v => v > -1).DefaultIfEmpty(-1).Average();

    private static void Check(CocoGroundTruth groundTruth, IReadOnlyList<DetectionRecord> detections)
    {
        for (var i = 0; i < detections.Count; i++)
        {
            var d = detections[i];
            if (!double.IsFinite(d.Score) || !double.IsFinite(d.X + d.Y + d.W + d.H))
            {
                throw new ArgumentException($"detection {i} has a number that is not finite: {d}", nameof(detections));
            }

            if (!groundTruth.HasImage(d.ImageId))
            {
                throw new ArgumentException(
                    $"detection {i} is for image {d.ImageId}, which the ground truth does not list: do both belong to one data set?",
                    nameof(detections));
            }
        }
    }
}
