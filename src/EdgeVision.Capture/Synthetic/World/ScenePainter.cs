using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Draws shapes of the world on the canvas: clips, projects, shades, fills.</summary>
internal sealed class ScenePainter(SceneCamera camera, Raster raster)
{
    private const float NearPlane = 0.6f;
    private const int MaxPoints = 64;

    private readonly Point3[] _view = new Point3[MaxPoints];
    private readonly Point2[] _pixels = new Point2[MaxPoints * 2];
    private readonly Hull _hull = new();

    public SceneCamera Camera => camera;

    public Raster Raster => raster;

    public LocalLight Light { get; set; }

    /// <summary>A flat face with an outer side; nothing is drawn when that side looks away.</summary>
    /// <param name="corners">In order around the face.</param>
    /// <param name="inside">Any point behind the face.</param>
    /// <param name="albedo">Colour under white light.</param>
    /// <param name="gloss">0 dull .. 1 polished.</param>
    /// <param name="fade">Code values by which the top is brighter than the bottom.</param>
    public void Face(ReadOnlySpan<Point3> corners, Point3 inside, Rgb albedo, float gloss = 0, float fade = 0)
    {
        var normal = Point3.Cross(corners[1] - corners[0], corners[2] - corners[0]).Unit();
        normal = Point3.Dot(normal, corners[0] - inside) < 0 ? normal * -1 : normal;
        if (Point3.Dot(normal, camera.Eye - corners[0]) > 0)
        {
            Flat(corners, Light.On(albedo, normal, gloss), fade);
        }
    }

    /// <summary>A flat shape in a colour that is already lit; no side looks away.</summary>
    public void Flat(ReadOnlySpan<Point3> corners, Rgb lit, float fade = 0, float alpha = 1, int grain = 0)
    {
        var outline = Outline(corners);
        if (outline.Length < 3)
        {
            return;
        }

        var paint = Paint.Of(lit, alpha) with { Grain = grain };
        if (fade != 0)
        {
            float top = float.MaxValue, bottom = float.MinValue;
            foreach (var p in outline)
            {
                top = Math.Min(top, p.Y);
                bottom = Math.Max(bottom, p.Y);
            }

            paint = paint.Along(new Point2(0, bottom), new Point2(0, top), fade);
        }

        raster.Fill(outline, paint);
    }

    /// <summary>The shape's pixels, cut off close to the camera.</summary>
    public ReadOnlySpan<Point2> Outline(ReadOnlySpan<Point3> corners)
    {
        for (var i = 0; i < corners.Length; i++)
        {
            _view[i] = camera.ToView(corners[i]);
        }

        var count = 0;
        var previous = _view[corners.Length - 1];
        for (var i = 0; i < corners.Length; i++)
        {
            var current = _view[i];
            if ((previous.Z < NearPlane) != (current.Z < NearPlane))
            {
                var t = (NearPlane - previous.Z) / (current.Z - previous.Z);
                _pixels[count++] = camera.ToPixel(Point3.Lerp(previous, current, t));
            }

            if (current.Z >= NearPlane)
            {
                _pixels[count++] = camera.ToPixel(current);
            }

            previous = current;
        }

        return _pixels.AsSpan(0, count);
    }

    /// <summary>Begins a shape that is the outline around balls.</summary>
    public ScenePainter Balls()
    {
        _hull.Clear();
        return this;
    }

    /// <summary>Adds a ball to the outline; those behind the camera are left out.</summary>
    public ScenePainter Ball(Point3 centre, float radius)
    {
        var view = camera.ToView(centre);
        if (view.Z < NearPlane)
        {
            return this;
        }

        var middle = camera.ToPixel(view);
        var r = radius * camera.Focal / view.Z;
        var corners = r > 6 ? Circle.Fine : Circle.Coarse;
        foreach (var c in corners)
        {
            _hull.Add(new Point2(middle.X + (r * c.X), middle.Y + (r * c.Y)));
        }

        return this;
    }

    /// <summary>Adds a corner to the outline.</summary>
    public ScenePainter Corner(Point3 at)
    {
        var view = camera.ToView(at);
        if (view.Z >= NearPlane)
        {
            _hull.Add(camera.ToPixel(view));
        }

        return this;
    }

    public ReadOnlySpan<Point2> HullOutline() => _hull.Outline();
}
