namespace EdgeVision.ModelTools.Evaluation;

/// <summary>One class's numbers in one area range, -1 when it has no ground truth there.</summary>
internal readonly record struct ClassScore(double Ap, double Ap50, double Ap75, double Ar1, double Ar10, double Ar100)
{
    public static ClassScore Of(ClassMatches matches)
    {
        var precisions = matches.AveragePrecisions();
        return new(
            precisions.Average(),
            precisions[IouThresholds.At50],
            precisions[IouThresholds.At75],
            AverageRecall(matches, 1),
            AverageRecall(matches, 10),
            AverageRecall(matches, ImageMatcher.MostDetections));
    }

    private static double AverageRecall(ClassMatches matches, int most) =>
        Enumerable.Range(0, IouThresholds.Count).Average(threshold => matches.Recall(threshold, most));
}
