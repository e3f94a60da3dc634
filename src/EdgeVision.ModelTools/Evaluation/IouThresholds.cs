namespace EdgeVision.ModelTools.Evaluation;

/// <summary>COCO's ten thresholds .50:.05:.95, rounded as numpy.linspace rounds them.</summary>
internal static class IouThresholds
{
    public const int Count = 10;
    public const int At50 = 0;
    public const int At75 = 5;

    public static IReadOnlyList<double> All { get; } = Spaced(0.5, 0.95, Count);

    /// <summary>Evenly spaced numbers; the last is exactly <paramref name="last"/>.</summary>
    public static double[] Spaced(double first, double last, int count)
    {
        var step = (last - first) / (count - 1);
        var points = new double[count];
        for (var i = 0; i < count - 1; i++)
        {
            points[i] = (i * step) + first;
        }

        points[^1] = last;
        return points;
    }
}
