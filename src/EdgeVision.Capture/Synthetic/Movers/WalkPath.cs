using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A way over four points, with a pause at the third (0 s for none).</summary>
internal readonly record struct WalkPath(Point3 A, Point3 B, Point3 C, Point3 D, float Pause)
{
    /// <summary>Where somebody is after some seconds; false when the way is done.</summary>
    /// <param name="age">Seconds.</param>
    /// <param name="speed">Metres a second while walking.</param>
    /// <param name="at">Place and heading.</param>
    /// <param name="pace">Metres a second now; in a pause from 0 down to -1 as one settles, and back.</param>
    public bool At(float age, float speed, out Placement at, out float pace)
    {
        var way = age * speed;
        var toPause = (B - A).Length + (C - B).Length;
        pace = speed;
        if (way > toPause && Pause > 0)
        {
            var paused = Math.Min(age - (toPause / speed), Pause);
            pace = paused < Pause ? -Math.Min(1, Math.Min(paused, Pause - paused)) : speed;
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
