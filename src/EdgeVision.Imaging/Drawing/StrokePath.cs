using System.Numerics;

namespace EdgeVision.Imaging.Drawing;

/// <summary>Pen strokes as runs of points, in grid units.</summary>
internal static class StrokePath
{
    private const int Roundings = 2;

    internal static IReadOnlyList<Vector2[]> Parse(string strokes)
    {
        var paths = new List<Vector2[]>();
        foreach (var stroke in strokes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = stroke.TrimStart('~');
            var points = new Vector2[digits.Length / 2];
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = new Vector2(digits[2 * i] - '0', digits[(2 * i) + 1] - '0');
            }

            for (var i = 0; i < Roundings && stroke[0] == '~'; i++)
            {
                points = CutCorners(points);
            }

            paths.Add(points);
        }

        return paths;
    }

    /// <summary>Distance to the nearest stroke; very far when there is none.</summary>
    internal static float Distance(IReadOnlyList<Vector2[]> strokes, float x, float y)
    {
        var point = new Vector2(x, y);
        var nearest = float.MaxValue;
        foreach (var stroke in strokes)
        {
            for (var i = 0; i < stroke.Length; i++)
            {
                nearest = Math.Min(nearest, ToSegment(point, stroke[Math.Max(0, i - 1)], stroke[i]));
            }
        }

        return MathF.Sqrt(Math.Min(nearest, 1e6f));
    }

    /// <summary>Chaikin's corner cutting; a run that ends where it starts is a ring.</summary>
    private static Vector2[] CutCorners(Vector2[] points)
    {
        var ring = points[0] == points[^1];
        var cut = new List<Vector2>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            cut.Add(!ring && i == 0 ? points[0] : Vector2.Lerp(points[i], points[i + 1], 0.25f));
            cut.Add(!ring && i + 2 == points.Length ? points[^1] : Vector2.Lerp(points[i], points[i + 1], 0.75f));
        }

        if (ring)
        {
            cut.Add(cut[0]);
        }

        return [.. cut];
    }

    /// <summary>Squared.</summary>
    private static float ToSegment(Vector2 point, Vector2 from, Vector2 to)
    {
        var along = to - from;
        var length = along.LengthSquared();
        var share = length == 0 ? 0 : Math.Clamp(Vector2.Dot(point - from, along) / length, 0, 1);
        return (point - from - (along * share)).LengthSquared();
    }
}
