using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Bags and umbrellas.</summary>
internal static class PersonLuggage
{
    public static void Add(FigureParts parts, Skeleton body, in PersonLook look)
    {
        var k = body.Scale;
        var side = new Point3(-body.Facing.Z, 0, body.Facing.X);
        switch (look.Bag)
        {
            case Luggage.Backpack:
                Backpack(parts, body, look, side, k);
                break;
            case Luggage.Handbag:
                Hanging(parts, body.Hand[0], body.Facing, look.BagColour, 0.24f * k, 0.13f * k);
                break;
            case Luggage.ShoppingBag:
                Hanging(parts, body.Hand[1], body.Facing, Rgb.Lerp(look.BagColour, Rgb.White, 0.5f), 0.38f * k, 0.14f * k);
                break;
            case Luggage.ShoulderBag:
                var hip = body.Hip[1] + (side * (0.13f * k));
                parts.Limb(look.BagColour * 0.7f, body.Shoulder[0] + new Point3(0, 0.05f, 0), 0.02f * k, hip, 0.02f * k, 0.14f);
                Hanging(parts, hip + new Point3(0, 0.12f * k, 0), body.Facing, look.BagColour, 0.26f * k, 0.14f * k);
                break;
        }

        parts.Carried = true;
        if (look.Umbrella)
        {
            Umbrella(parts, body, look, k);
        }

        if (look.Arms == ArmPose.Parcel)
        {
            Parcel(parts, body, side, look.ParcelSize);
        }

        parts.Carried = false;
    }

    private static void Parcel(FigureParts parts, Skeleton body, Point3 side, float size)
    {
        var middle = ((body.Hand[0] + body.Hand[1]) * 0.5f) + (body.Facing * (size * 0.35f));
        var cardboard = new Rgb(0.69f, 0.53f, 0.36f);
        parts.Part(cardboard, 0.05f);
        Corners(parts, middle, body.Facing * (size * 0.45f), side * (size * 0.55f), size * 0.35f);
        parts.Part(cardboard * 1.15f, 0.07f);
        Corners(parts, middle + new Point3(0, size * 0.35f, 0), body.Facing * (size * 0.45f), side * (size * 0.55f), 0.005f);
    }

    private static void Corners(FigureParts parts, Point3 middle, Point3 ahead, Point3 aside, float up)
    {
        for (var i = 0; i < 8; i++)
        {
            parts.Ball(middle + (ahead * ((i & 1) - 0.5f) * 2) + (aside * ((i & 2) - 1)) + new Point3(0, up * ((i >> 1 & 2) - 1), 0), 0.012f);
        }
    }

    private static void Backpack(FigureParts parts, Skeleton body, in PersonLook look, Point3 side, float k)
    {
        var back = body.Neck - (body.Facing * (0.17f * k));
        parts.Part(look.BagColour);
        for (var s = -1; s <= 1; s += 2)
        {
            parts.Ball(back + (side * (0.09f * s * k)) - new Point3(0, 0.09f * k, 0), 0.075f * k);
            parts.Ball(back + (side * (0.10f * s * k)) - new Point3(0, 0.38f * k, 0), 0.095f * k);
        }

        for (var s = -1; s <= 1; s += 2)
        {
            var over = body.Shoulder[s < 0 ? 0 : 1] - (side * (0.06f * s * k)) + (body.Facing * (0.07f * k));
            var under = body.Neck + (side * (0.11f * s * k)) + (body.Facing * (0.12f * k)) - new Point3(0, 0.3f * k, 0);
            parts.Limb(look.BagColour * 0.8f, over, 0.022f * k, under, 0.02f * k);
        }
    }

    private static void Hanging(FigureParts parts, Point3 hand, Point3 facing, Rgb colour, float drop, float half)
    {
        var top = hand - new Point3(0, 0.14f, 0);
        var low = top - new Point3(0, drop, 0);
        parts.Limb(colour * 0.7f, hand, 0.012f, top, 0.012f, 0.03f);
        parts.Part(colour, 0.04f);
        parts.Ball(top + (facing * half), 0.03f);
        parts.Ball(top - (facing * half), 0.03f);
        parts.Ball(low + (facing * half), 0.045f);
        parts.Ball(low - (facing * half), 0.045f);
    }

    private static void Umbrella(FigureParts parts, Skeleton body, in PersonLook look, float k)
    {
        const int Ribs = 8;
        const float Radius = 0.56f;
        var grip = body.Hand[look.HoldsUp];
        var top = new Point3(grip.X, body.Head.Y + (0.36f * k), grip.Z);
        parts.Limb(Rgb.Grey(0.25f), grip, 0.012f, top, 0.012f, 0.05f);
        for (var i = 0; i < Ribs; i++)
        {
            var shade = 0.72f + (0.28f * (i & 1));
            parts.Part(look.UmbrellaColour * shade, 0.1f);
            parts.Ball(top, 0.02f);
            for (var edge = 0; edge < 2; edge++)
            {
                var angle = (i + edge) * Trig.Turn / Ribs;
                var way = new Point3(Trig.Cos(angle), 0, Trig.Sin(angle));
                parts.Ball(top + (way * (Radius * 0.6f)) - new Point3(0, 0.07f, 0), 0.02f);
                parts.Ball(top + (way * Radius) - new Point3(0, 0.24f, 0), 0.015f);
            }
        }
    }
}
