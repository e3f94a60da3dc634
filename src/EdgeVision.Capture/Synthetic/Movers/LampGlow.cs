using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>The light of a vehicle's own lamps: halos, and a bright patch on the road.</summary>
internal static class LampGlow
{
    private static readonly Rgb White = new(1, 0.95f, 0.82f);
    private static readonly Rgb Red = new(1, 0.15f, 0.1f);

    public static void AtLamps(ScenePainter painter, in Mover mover, float length, float lamps)
    {
        if (mover.Kind == MoverKind.Person)
        {
            return;
        }

        var seenFromAhead = Point3.Dot(mover.At.Forward, painter.Camera.Eye - mover.At.At(length / 2, 0, 0));
        var seenFromBehind = Point3.Dot(mover.At.Forward, mover.At.At(-length / 2, 0, 0) - painter.Camera.Eye);
        var strength = mover.Kind == MoverKind.Cyclist ? 0.35f : 1;
        if (seenFromAhead > 0)
        {
            Pair(painter, mover, length * 0.5f, White, 0.42f, 130 * lamps * strength);
        }
        else if (seenFromBehind > 0)
        {
            Pair(painter, mover, length * -0.5f, Red, 0.2f, 55 * lamps * strength);
        }
    }

    public static void OnRoad(ScenePainter painter, in Mover mover, float length, float lamps)
    {
        var middle = painter.Camera.ToView(mover.At.At((length / 2) + 4.5f, 0, 0));
        if (middle.Z < 3 || mover.Kind == MoverKind.Cyclist)
        {
            return;
        }

        var centre = painter.Camera.ToPixel(middle);
        var wide = 1f;
        var tall = 1f;
        for (var side = -1; side <= 1; side += 2)
        {
            var end = painter.Camera.ToView(mover.At.At((length / 2) + 4.5f + (3.5f * side), 0, 1.3f));
            var edge = painter.Camera.ToView(mover.At.At((length / 2) + 4.5f, 0, 1.6f * side));
            if (end.Z > 1 && edge.Z > 1)
            {
                Point2 a = painter.Camera.ToPixel(end), b = painter.Camera.ToPixel(edge);
                wide = Math.Max(wide, Math.Max(Math.Abs(a.X - centre.X), Math.Abs(b.X - centre.X)));
                tall = Math.Max(tall, Math.Max(Math.Abs(a.Y - centre.Y), Math.Abs(b.Y - centre.Y)));
            }
        }

        Glow.Add(painter.Raster.Canvas, centre, wide, tall / wide, White, 48 * lamps);
    }

    private static void Pair(ScenePainter painter, in Mover mover, float ahead, Rgb colour, float radius, float strength)
    {
        var aside = mover.Kind is MoverKind.Motorcyclist or MoverKind.Cyclist ? 0f : mover.Kind == MoverKind.Car ? 0.62f : 0.95f;
        for (var side = -1; side <= 1; side += 2)
        {
            var view = painter.Camera.ToView(mover.At.At(ahead, 0.75f, aside * side));
            if (view.Z > 1)
            {
                Glow.Add(painter.Raster.Canvas, painter.Camera.ToPixel(view), radius * painter.Camera.Focal / view.Z, 1, colour, aside == 0 ? strength / 2 : strength);
            }
        }
    }
}
