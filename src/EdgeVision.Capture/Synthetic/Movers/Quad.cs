using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A four-cornered face: bottom left, bottom right, top right, top left as seen from outside.</summary>
internal readonly record struct Quad(Point3 A, Point3 B, Point3 C, Point3 D)
{
    /// <summary>The point at a share of the width (u) and of the height (v).</summary>
    public Point3 At(float u, float v) => Point3.Lerp(Point3.Lerp(A, B, u), Point3.Lerp(D, C, u), v);

    /// <summary>A part of the face.</summary>
    public Quad Part(float u0, float u1, float v0, float v1) => new(At(u0, v0), At(u1, v0), At(u1, v1), At(u0, v1));

    public ReadOnlySpan<Point3> CopyTo(Span<Point3> corners)
    {
        corners[0] = A;
        corners[1] = B;
        corners[2] = C;
        corners[3] = D;
        return corners;
    }
}
