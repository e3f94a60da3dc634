using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Single pixels of a canvas.</summary>
internal static class Dots
{
    /// <summary>Sets luma; chroma is taken from the even pixels of even rows.</summary>
    public static void Set(Canvas canvas, int x, int y, in Paint paint)
    {
        canvas.Luma[(y * canvas.Width) + x] = (byte)Math.Clamp(paint.Luma, 16, 235);
        if (((x | y) & 1) == 0)
        {
            var at = (y / 2 * canvas.ChromaWidth) + (x / 2);
            canvas.Cb[at] = (byte)Math.Clamp(paint.Cb, 16, 240);
            canvas.Cr[at] = (byte)Math.Clamp(paint.Cr, 16, 240);
        }
    }
}
