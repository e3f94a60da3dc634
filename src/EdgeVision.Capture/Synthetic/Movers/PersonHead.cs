using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Neck, face and what is on top.</summary>
internal static class PersonHead
{
    public static void Add(FigureParts parts, Skeleton body, in PersonLook look)
    {
        // Children have large heads: it grows only with the root of the height.
        var k = (0.4f + (0.6f * body.Scale));
        var up = new Point3(0, k, 0);
        var ahead = body.Facing * k;
        parts.Limb(look.Skin * 0.88f, body.Neck - (up * 0.03f), 0.055f * k, body.Head - (up * 0.06f), 0.05f * k, -0.01f);
        parts.Part(look.Skin);
        parts.Ball(body.Head + (ahead * 0.015f) + (up * 0.015f), 0.088f * k);
        parts.Ball(body.Head + (ahead * 0.035f) - (up * 0.065f), 0.056f * k);
        Face(parts, body.Head, ahead, up, look, k);
        OnTop(parts, body, look, ahead, up, k);
    }

    private static void Face(FigureParts parts, Point3 head, Point3 ahead, Point3 up, in PersonLook look, float k)
    {
        var side = new Point3(-ahead.Z, 0, ahead.X);
        var dark = look.Skin * 0.38f;
        for (var s = -1; s <= 1; s += 2)
        {
            parts.Part(dark, -0.02f);
            parts.Ball(head + (ahead * 0.095f) + (side * (0.034f * s)) + (up * 0.012f), 0.010f * k);
            parts.Limb(Rgb.Lerp(look.Hair, look.Skin, 0.35f), head + (ahead * 0.094f) + (side * (0.020f * s)) + (up * 0.034f), 0.005f * k, head + (ahead * 0.090f) + (side * (0.048f * s)) + (up * 0.034f), 0.004f * k, -0.02f);
        }

        parts.Limb(look.Skin * 0.86f, head + (ahead * 0.105f), 0.009f * k, head + (ahead * 0.112f) - (up * 0.032f), 0.015f * k, -0.018f);

        parts.Limb(Rgb.Lerp(look.Skin * 0.72f, new Rgb(0.62f, 0.28f, 0.26f), 0.3f), head + (ahead * 0.088f) + (side * 0.022f) - (up * 0.07f), 0.008f * k, head + (ahead * 0.088f) - (side * 0.022f) - (up * 0.07f), 0.008f * k, -0.02f);
    }

    private static void OnTop(FigureParts parts, Skeleton body, in PersonLook look, Point3 ahead, Point3 up, float k)
    {
        var head = body.Head;
        var colour = look.Head switch
        {
            HeadWear.Cap => look.BagColour,
            HeadWear.Hood => look.Top * 0.9f,
            HeadWear.Helmet => Rgb.Lerp(look.BagColour, Rgb.White, 0.35f),
            HeadWear.Bald => look.Skin * 0.97f,
            _ => look.Hair,
        };
        var size = look.Head is HeadWear.Helmet or HeadWear.Hood ? 1.15f : 1;
        parts.Part(colour, 0.004f, look.Head == HeadWear.Helmet ? 0.3f : 0);
        parts.Ball(head + (up * 0.045f) - (ahead * 0.012f), 0.096f * k * size);
        parts.Ball(head - (ahead * 0.045f) + (up * 0.0f), 0.082f * k * size);
        switch (look.Head)
        {
            case HeadWear.LongHair:
                parts.Limb(colour, head - (ahead * 0.05f), 0.085f * k, body.Neck - (ahead * 0.085f) - (up * 0.08f), 0.075f * k);
                break;
            case HeadWear.Cap:
                parts.Limb(colour * 0.85f, head + (ahead * 0.07f) + (up * 0.055f), 0.05f * k, head + (ahead * 0.15f) + (up * 0.045f), 0.035f * k);
                break;
            case HeadWear.Hood:
                parts.Limb(colour, head - (ahead * 0.05f), 0.1f * k, body.Neck - (ahead * 0.05f), 0.1f * k);
                break;
        }
    }
}
