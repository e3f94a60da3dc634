namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>
/// A point or direction in metres: X along the street, Y up, Z away from the camera. Written out rather than taken
/// from System.Numerics, whose fused operations round differently from machine to machine.
/// </summary>
internal readonly record struct Point3(float X, float Y, float Z)
{
    public float Length => MathF.Sqrt(Dot(this, this));

    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Point3 operator *(Point3 a, float k) => new(a.X * k, a.Y * k, a.Z * k);

    public static float Dot(Point3 a, Point3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    public static Point3 Cross(Point3 a, Point3 b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    public static Point3 Lerp(Point3 a, Point3 b, float t) => a + ((b - a) * t);

    /// <summary>Length 1; the zero vector stays zero.</summary>
    public Point3 Unit()
    {
        var length = Length;
        return length > 1e-9f ? this * (1 / length) : default;
    }
}
