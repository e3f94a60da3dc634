namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Precision over recall, read off at 101 points as COCO does.</summary>
internal static class PrecisionCurve
{
    // numpy.spacing(1): keeps 0/0 at 0 while only ignored detections have been seen.
    private const double Epsilon = 2.220446049250313e-16;

    private static readonly double[] RecallPoints = IouThresholds.Spaced(0, 1, 101);

    /// <summary>
    /// Mean over the recall points of the highest precision reached at that recall or a greater one; 0 past the last.
    /// </summary>
    /// <param name="outcomes">Best score first.</param>
    /// <param name="objects">Ground truth that counts, at least 1.</param>
    public static double Average(IEnumerable<MatchOutcome> outcomes, int objects)
    {
        var (recall, precision) = Trace(outcomes, objects);
        for (var i = precision.Count - 1; i > 0; i--)
        {
            precision[i - 1] = Math.Max(precision[i - 1], precision[i]);
        }

        var sum = 0.0;
        var at = 0;
        foreach (var point in RecallPoints)
        {
            while (at < recall.Count && recall[at] < point)
            {
                at++;
            }

            sum += at < precision.Count ? precision[at] : 0;
        }

        return sum / RecallPoints.Length;
    }

    private static (List<double> Recall, List<double> Precision) Trace(IEnumerable<MatchOutcome> outcomes, int objects)
    {
        var recall = new List<double>();
        var precision = new List<double>();
        double hits = 0, misses = 0;
        foreach (var outcome in outcomes)
        {
            hits += outcome == MatchOutcome.TruePositive ? 1 : 0;
            misses += outcome == MatchOutcome.FalsePositive ? 1 : 0;
            recall.Add(hits / objects);
            precision.Add(hits / (misses + hits + Epsilon));
        }

        return (recall, precision);
    }
}
