using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Puts flesh, clothes and bags on a skeleton.</summary>
internal static class PersonBody
{
    public static void Add(FigureParts parts, Skeleton body, in PersonLook look)
    {
        parts.OfPerson = true;
        for (var side = 0; side < 2; side++)
        {
            Leg(parts, body, look, side);
            Arm(parts, body, look, side);
        }

        Torso(parts, body, look);
        PersonHead.Add(parts, body, look);
        PersonLuggage.Add(parts, body, look);
    }

    private static void Leg(FigureParts parts, Skeleton body, in PersonLook look, int side)
    {
        var k = body.Scale;
        var b = k * (0.5f + (0.5f * look.Build));
        var upper = look.Legs == LegWear.Skirt ? Rgb.Lerp(look.Skin, look.Bottom, 0.5f) : look.Bottom;
        var lower = look.Legs is LegWear.Shorts or LegWear.Skirt ? look.Skin : look.Bottom;
        parts.Limb(upper, body.Hip[side], 0.098f * b, body.Knee[side], 0.066f * b);
        var cuff = look.Legs is LegWear.Trousers or LegWear.LongCoat ? 0.054f : 0.040f;
        parts.Limb(lower, body.Knee[side], 0.062f * b, body.Ankle[side], cuff * b);
        parts.Part(look.Shoe);
        parts.Ball(body.Ankle[side] + new Point3(0, -0.025f * k, 0) - (body.Facing * (0.035f * k)), 0.048f * k);
        parts.Ball(body.Toe[side], 0.036f * k);
    }

    private static void Arm(FigureParts parts, Skeleton body, in PersonLook look, int side)
    {
        var b = body.Scale * (0.5f + (0.5f * look.Build));
        var sleeve = look.Top * 0.86f;
        parts.Limb(sleeve, body.Shoulder[side], 0.066f * b, body.Elbow[side], 0.050f * b, 0.09f);
        parts.Limb(look.ShortSleeves ? look.Skin : sleeve, body.Elbow[side], 0.046f * b, body.Hand[side], 0.036f * b, 0.10f);
        var past = (body.Hand[side] - body.Elbow[side]).Unit() * (0.07f * body.Scale);
        parts.Limb(look.Skin, body.Hand[side], 0.036f * body.Scale, body.Hand[side] + past, 0.030f * body.Scale, 0.11f);
    }

    private static void Torso(FigureParts parts, Skeleton body, in PersonLook look)
    {
        var k = body.Scale;
        var b = k * look.Build;
        var waist = Point3.Lerp((body.Hip[0] + body.Hip[1]) * 0.5f, body.Neck, 0.35f);
        parts.Part(look.Top, 0.04f);
        for (var side = 0; side < 2; side++)
        {
            parts.Ball(body.Shoulder[side] + new Point3(0, -0.015f * k, 0), 0.066f * k);
            parts.Ball(body.Hip[side] + new Point3(0, 0.04f * k, 0), 0.105f * b);
        }

        parts.Ball(waist + (body.Facing * (0.03f * k)), 0.125f * b);
        if (look.OpenJacket)
        {
            var chest = Point3.Lerp(waist, body.Neck, 0.75f) + (body.Facing * (0.09f * k));
            parts.Limb(Rgb.Grey(0.82f), chest, 0.055f * k, waist + (body.Facing * (0.13f * b)) - new Point3(0, 0.1f * k, 0), 0.030f * k, 0.02f);
        }

        if (look.HighVisibility)
        {
            var aside = new Point3(-body.Facing.Z, 0, body.Facing.X) * (0.09f * b);
            for (var band = 0; band < 2; band++)
            {
                var at = Point3.Lerp(waist, body.Neck, 0.1f + (0.45f * band)) + (body.Facing * (0.02f * k));
                parts.Part(Rgb.Grey(0.95f), 0.08f);
                parts.Ball(at + aside, 0.062f * b);
                parts.Ball(at - aside, 0.062f * b);
            }
        }

        if (look.Legs is LegWear.Skirt or LegWear.LongCoat)
        {
            Hem(parts, body, look);
        }
    }

    private static void Hem(FigureParts parts, Skeleton body, in PersonLook look)
    {
        var b = body.Scale * (0.4f + (0.6f * look.Build));
        parts.Part(look.Legs == LegWear.Skirt ? look.Bottom : look.Top * 0.95f, 0.14f);
        for (var side = 0; side < 2; side++)
        {
            parts.Ball(body.Hip[side] + new Point3(0, 0.05f * b, 0), 0.105f * b);
            parts.Ball(body.Knee[side] + new Point3(0, 0.04f * b, 0), 0.085f * b);
        }
    }
}
