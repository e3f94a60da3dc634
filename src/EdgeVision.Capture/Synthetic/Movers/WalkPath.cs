using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A way over four points, with a pause at the third (0 s for none).</summary>
internal readonly record struct WalkPath(Point3 A, Point3 B, Point3 C, Point3 D, float Pause)
{
    /// <summary>Where somebody is after some seconds; false when the way is done.</summary>
    public bool At(float age, float speed, out Placement at, out float pace)
    {
        var way = age * speed;
        var toPause = (B - A).Length + (C - B).Length;
        pace = speed;
        if (way > toPause && Pause > 0)
        {
            var paused = Math.Min(age - (toPause / speed), Pause);
            pace = paused < Pause ? 0 : speed;
            way -= paused * speed;
        }

        return Leg(ref way, A, B, out at) || Leg(ref way, B, C, out at) || Leg(ref way, C, D, out at);
    }

    private static bool Leg(ref float way, Point3 from, Point3 to, out Placement at)
    {
        var length = (to - from).Length;
        var forward = (to - from).Unit();
        at = new Placement(from + (forward * way), forward);
        if (way <= length && length > 0.01f)
        {
            return true;
        }

        way -= length;
        return false;
    }
}
