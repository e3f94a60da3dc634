using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Somebody who sits on two wheels.</summary>
internal static class RidePose
{
    /// <param name="body">Gets the joints.</param>
    /// <param name="at">Place and heading of the machine.</param>
    /// <param name="look">Who rides.</param>
    /// <param name="seat">Hip joint: metres ahead and up.</param>
    /// <param name="bars">Hand: metres ahead, up and aside.</param>
    /// <param name="lean">Metres by which the shoulders are ahead of the hips.</param>
    /// <param name="right">Right foot: metres ahead and up.</param>
    /// <param name="left">Left foot.</param>
    /// <param name="spread">Feet aside.</param>
    public static void Set(Skeleton body, in Placement at, in PersonLook look, Point2 seat, Point3 bars, float lean, Point2 right, Point2 left, float spread)
    {
        body.Scale = Math.Clamp(look.Height / 1.75f, 0.9f, 1.05f);
        body.Facing = at.Forward;
        var rise = MathF.Sqrt(Math.Max(0.05f, 0.25f - (lean * lean)));
        for (var side = 0; side < 2; side++)
        {
            var sign = side == 0 ? -1f : 1f;
            var foot = side == 0 ? right : left;
            body.Hip[side] = at.At(seat.X, seat.Y, sign * 0.10f);
            body.Ankle[side] = at.At(foot.X - 0.05f, foot.Y + 0.09f, sign * spread);
            body.Toe[side] = at.At(foot.X + 0.10f, foot.Y + 0.03f, sign * spread);
            body.Knee[side] = Skeleton.Bend(body.Hip[side], body.Ankle[side], 0.43f, 0.43f, at.Forward + new Point3(0, 0.4f, 0) + (at.Side * (sign * 0.15f)));
            body.Shoulder[side] = at.At(seat.X + lean, seat.Y + rise, sign * 0.185f * look.Build);
            body.Hand[side] = at.At(bars.X, bars.Y, sign * bars.Z);
            body.Elbow[side] = Skeleton.Bend(body.Shoulder[side], body.Hand[side], 0.28f, 0.27f, new Point3(0, -1, 0) + (at.Side * (sign * 0.5f)));
        }

        body.Neck = at.At(seat.X + (lean * 1.08f), seat.Y + rise + 0.05f, 0);
        body.Head = at.At(seat.X + (lean * 1.08f) + 0.06f, seat.Y + rise + 0.21f, 0);
    }
}
