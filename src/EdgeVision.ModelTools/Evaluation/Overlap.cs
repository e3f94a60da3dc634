namespace EdgeVision.ModelTools.Evaluation;

/// <summary>How much two boxes overlap, 0..1, computed in COCO's order of operations.</summary>
internal static class Overlap
{
    /// <summary>Intersection over union; for a crowd, over the detection's own area.</summary>
    public static double WithTruth(in DetectionRecord detection, CocoAnnotation truth)
    {
        var common = Common(detection.X, detection.W, truth.X, truth.W) * Common(detection.Y, detection.H, truth.Y, truth.H);
        if (common <= 0)
        {
            return 0;
        }

        var own = detection.W * detection.H;
        return common / (truth.IsCrowd ? own : own + (truth.W * truth.H) - common);
    }

    /// <summary>Intersection over union of two detections.</summary>
    public static double Iou(in DetectionRecord a, in DetectionRecord b)
    {
        var common = Common(a.X, a.W, b.X, b.W) * Common(a.Y, a.H, b.Y, b.H);
        return common <= 0 ? 0 : common / ((a.W * a.H) + (b.W * b.H) - common);
    }

    /// <summary>The share of a detection's own area that lies on a place.</summary>
    public static double OfOwn(in DetectionRecord detection, in DetectionRecord place)
    {
        var common = Common(detection.X, detection.W, place.X, place.W) * Common(detection.Y, detection.H, place.Y, place.H);
        return common <= 0 ? 0 : common / (detection.W * detection.H);
    }

    private static double Common(double a, double aSize, double b, double bSize) =>
        Math.Max(0, Math.Min(a + aSize, b + bSize) - Math.Max(a, b));
}
