using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>No lens is as sharp as a drawing: luma is softened with weights 1 4 1 in both directions.</summary>
internal static class Lens
{
    public static void Soften(Canvas canvas)
    {
        Along(canvas.Luma, canvas.Width, canvas.Height, 1, canvas.Width);
        Along(canvas.Luma, canvas.Height, canvas.Width, canvas.Width, 1);
    }

    private static void Along(Span<byte> plane, int length, int lines, int step, int lineStep)
    {
        for (var line = 0; line < lines; line++)
        {
            var at = line * lineStep;
            int before = plane[at];
            for (var i = 1; i + 1 < length; i++)
            {
                at += step;
                int here = plane[at];
                plane[at] = (byte)((before + (4 * here) + plane[at + step] + 3) / 6);
                before = here;
            }
        }
    }
}
