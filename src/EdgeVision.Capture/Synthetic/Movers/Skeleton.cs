using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A person's joints in the world; index 0 is the right side, 1 the left. Reused from person to person.</summary>
internal sealed class Skeleton
{
    public Point3[] Hip { get; } = new Point3[2];

    public Point3[] Knee { get; } = new Point3[2];

    public Point3[] Ankle { get; } = new Point3[2];

    public Point3[] Toe { get; } = new Point3[2];

    public Point3[] Shoulder { get; } = new Point3[2];

    public Point3[] Elbow { get; } = new Point3[2];

    public Point3[] Hand { get; } = new Point3[2];

    public Point3 Neck { get; set; }

    public Point3 Head { get; set; }

    /// <summary>Unit direction the body faces.</summary>
    public Point3 Facing { get; set; }

    /// <summary>1 for an adult of 1.75 m.</summary>
    public float Scale { get; set; }

    /// <summary>The middle joint of a limb of two bones that reaches from one point towards another.</summary>
    /// <param name="from">Hip or shoulder.</param>
    /// <param name="to">Ankle or hand.</param>
    /// <param name="upper">Length of the first bone.</param>
    /// <param name="lower">Length of the second bone.</param>
    /// <param name="bend">Direction in which the joint goes out.</param>
    public static Point3 Bend(Point3 from, Point3 to, float upper, float lower, Point3 bend)
    {
        var reach = to - from;
        var length = Math.Clamp(reach.Length, 0.05f, (upper + lower) * 0.999f);
        var along = ((upper * upper) - (lower * lower) + (length * length)) / (2 * length);
        var aside = MathF.Sqrt(Math.Max(0, (upper * upper) - (along * along)));
        var way = reach.Unit();
        var outward = (bend - (way * Point3.Dot(bend, way))).Unit();
        return from + (way * along) + (outward * aside);
    }
}
