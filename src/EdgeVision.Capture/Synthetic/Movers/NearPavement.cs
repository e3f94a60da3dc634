using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>People on the camera's side: along the kerb, or from below the picture to its edge.</summary>
internal sealed class NearPavement(StreetLayout layout) : IWalkPlan
{
    public float LongestWay => 60;

    public float Share => layout.Forecourt is null ? 0.45f : 0.2f;

    public WalkPath Choose(ref SeededRandom random)
    {
        var z0 = random.Range(layout.NearWalkFrom, layout.NearKerb - 0.4f);
        var z1 = Math.Clamp(z0 + random.Range(-1.2f, 1.2f), layout.NearWalkFrom, layout.NearKerb - 0.4f);
        var left = new Point3(layout.Camera.VisibleX(z0, 22).From - 0.8f, 0, z0);
        var right = new Point3(layout.Camera.VisibleX(z1, 22).To + 0.8f, 0, z1);
        if (random.Chance(0.3f) && layout.Forecourt is null)
        {
            var low = layout.NearWalkFrom * 0.5f;
            var (from, to) = layout.Camera.VisibleX(layout.NearWalkFrom, 22);
            var below = new Point3(random.Range(from, to) * 0.5f, 0, low);
            left = random.Chance(0.5f) ? below : left;
            right = left == below ? right : below;
        }

        var middle = Point3.Lerp(left, right, random.Range(0.3f, 0.7f));
        var third = Point3.Lerp(middle, right, 0.5f);
        var pause = random.Chance(0.12f) ? random.Range(3, 14) : 0;
        return random.Chance(0.5f) ? new WalkPath(left, middle, third, right, pause) : new WalkPath(right, third, middle, left, pause);
    }
}
