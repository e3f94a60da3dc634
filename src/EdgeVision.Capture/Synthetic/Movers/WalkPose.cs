using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Legs and arms of somebody who walks or stands. Proportions after Drillis and Contini (1966), rounded.</summary>
internal static class WalkPose
{
    private const float Thigh = 0.43f;
    private const float Shin = 0.43f;
    private const float AnkleHeight = 0.08f;

    /// <param name="body">Gets the joints.</param>
    /// <param name="at">Place and heading.</param>
    /// <param name="look">Whose height and habits.</param>
    /// <param name="phase">Radians through the double step.</param>
    /// <param name="vigour">0 standing .. 1 a brisk walk, above 1 running.</param>
    public static void Set(Skeleton body, in Placement at, PersonLook look, float phase, float vigour)
    {
        var k = look.Height / 1.75f;
        body.Scale = k;
        body.Facing = at.Forward;
        var (thigh, knee) = (1.35f * look.Crouch, 2.3f * look.Crouch);
        var drop = look.Crouch > 0 ? (Thigh * Trig.Cos(thigh)) + (Shin * Trig.Cos(thigh - knee)) : Drop(phase, vigour);
        var hipHeight = (drop + AnkleHeight) * k;
        var (bent, upright) = (Trig.Sin(look.Bow), Trig.Cos(look.Bow));
        var lean = (0.02f + (0.06f * vigour) + (0.5f * bent)) * k;
        for (var side = 0; side < 2; side++)
        {
            var sign = side == 0 ? -1f : 1f;
            var swing = thigh + Swing(phase, side, vigour);
            var shin = swing - knee - Knee(phase, side, vigour);
            var across = sign * 0.095f * k;
            body.Hip[side] = at.At(0, hipHeight, across);
            body.Knee[side] = Down(at, body.Hip[side], swing, Thigh * k);
            body.Ankle[side] = Down(at, body.Knee[side], shin, Shin * k);
            body.Toe[side] = body.Ankle[side] + (at.Forward * (0.17f * k)) + new Point3(0, ((-0.05f) + (0.10f * Math.Min(0, shin + 0.2f))) * k, 0);
            body.Shoulder[side] = at.At(lean, hipHeight + (0.50f * upright * k), sign * 0.185f * k * look.Build);
            Arm(body, at, look, side, sign, Swing(phase, 1 - side, vigour), k);
        }

        body.Neck = at.At(lean + (0.05f * bent * k), hipHeight + (0.55f * upright * k), 0);
        body.Head = at.At((lean * 1.35f) + (0.02f * k), hipHeight + ((0.155f + (0.55f * upright)) * k), 0);
    }

    private static float Swing(float phase, int side, float vigour) => 0.46f * vigour * Trig.Sin(phase + (side * Trig.Turn / 2));

    private static float Knee(float phase, int side, float vigour)
    {
        var forward = Math.Max(0, Trig.Cos(phase + (side * Trig.Turn / 2)));
        return 0.06f + (0.95f * vigour * forward * forward);
    }

    /// <summary>Height of the hip above the ankle of the leg that stands.</summary>
    private static float Drop(float phase, float vigour)
    {
        var drop = 0f;
        for (var side = 0; side < 2; side++)
        {
            var swing = Swing(phase, side, vigour);
            drop = Math.Max(drop, (Thigh * Trig.Cos(swing)) + (Shin * Trig.Cos(swing - Knee(phase, side, vigour))));
        }

        return drop;
    }

    private static Point3 Down(in Placement at, Point3 from, float angle, float length) =>
        from + (at.Forward * (length * Trig.Sin(angle))) - new Point3(0, length * Trig.Cos(angle), 0);

    private static void Arm(Skeleton body, in Placement at, PersonLook look, int side, float sign, float swing, float k)
    {
        var shoulder = body.Shoulder[side];
        if (look.HoldsUp == side)
        {
            body.Hand[side] = shoulder + (at.Forward * (0.24f * k)) + new Point3(0, -0.12f * k, 0) - (at.Side * (sign * 0.06f * k));
            body.Elbow[side] = Skeleton.Bend(shoulder, body.Hand[side], 0.28f * k, 0.26f * k, new Point3(0, -1, 0));
            return;
        }

        if (look.Arms != ArmPose.Swing)
        {
            Rest(body, at, look.Arms, side, sign, k);
            return;
        }

        var angle = swing * look.ArmSwing;
        var outward = at.Side * (sign * 0.05f * k);
        body.Elbow[side] = Down(at, shoulder, angle, 0.28f * k) + outward;
        body.Hand[side] = Down(at, body.Elbow[side], angle + 0.22f + (0.3f * Math.Max(0, angle)), 0.26f * k) + (outward * 0.3f);
    }

    /// <summary>Arms that do not swing; metres ahead of the shoulder, up, and towards the body's middle.</summary>
    private static void Rest(Skeleton body, in Placement at, ArmPose pose, int side, float sign, float k)
    {
        var (ahead, up, inward, elbowOut) = pose switch
        {
            ArmPose.Pockets => (0.09f, -0.47f, 0.03f, 0.5f),
            ArmPose.Folded => (0.22f, -0.26f + (0.04f * sign), 0.24f, 0.3f),
            ArmPose.OnHips => (0.03f, -0.42f, 0.02f, 1.5f),
            _ => (0.33f, -0.34f, 0.02f, 0.2f),
        };
        var shoulder = body.Shoulder[side];
        body.Hand[side] = shoulder + (at.Forward * (ahead * k)) + new Point3(0, up * k, 0) - (at.Side * (sign * inward * k));
        var bend = new Point3(0, -0.6f, 0) - (at.Forward * 0.6f) + (at.Side * (sign * elbowOut));
        body.Elbow[side] = Skeleton.Bend(shoulder, body.Hand[side], 0.28f * k, 0.26f * k, bend);
    }
}
