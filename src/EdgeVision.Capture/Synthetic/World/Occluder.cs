using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>
/// The outline of a prop in the background. Objects behind it are drawn first; then its pixels are taken from the
/// background again, which hides them exactly and in the right light.
/// </summary>
internal sealed class Occluder(float x, float z, PixelRun[] runs)
{
    public float X => x;

    public float Z => z;

    /// <summary>Cuts the marked pixels of the mask out.</summary>
    public static Occluder From(IProp prop, IdMask mask, int width, int height)
    {
        var runs = new List<PixelRun>();
        for (var y = 0; y < height; y++)
        {
            var row = mask.Ids.Slice(y * width, width);
            for (var x = row.IndexOfAnyExcept((byte)0); x >= 0 && x < width;)
            {
                var length = row[x..].IndexOf((byte)0);
                length = length < 0 ? width - x : length;
                runs.Add(new PixelRun(y, x, length));
                var next = row[(x + length)..].IndexOfAnyExcept((byte)0);
                x = next < 0 ? width : x + length + next;
            }
        }

        return new Occluder(prop.X, prop.Z, [.. runs]);
    }

    /// <param name="background">Where the pixels come from.</param>
    /// <param name="canvas">Where they go.</param>
    /// <param name="mask">Nobody owns them any more.</param>
    /// <param name="shiftX">Columns by which the canvas is moved.</param>
    /// <param name="shiftY">Rows by which the canvas is moved.</param>
    public void Restore(Canvas background, Canvas canvas, IdMask mask, int shiftX, int shiftY)
    {
        foreach (var run in runs)
        {
            var y = run.Y + shiftY;
            var from = Math.Max(0, run.X + shiftX);
            var to = Math.Min(canvas.Width, run.X + shiftX + run.Length);
            if (y < 0 || y >= canvas.Height || to <= from)
            {
                continue;
            }

            var source = (run.Y * canvas.Width) + from - shiftX;
            background.Luma.AsSpan(source, to - from).CopyTo(canvas.Luma.AsSpan((y * canvas.Width) + from));
            mask.Cover((y * canvas.Width) + from, to - from);
            if ((y & 1) == 0 && to - from >= 2)
            {
                RestoreChroma(background, canvas, run.Y, y, from, to, shiftX);
            }
        }
    }

    private static void RestoreChroma(Canvas background, Canvas canvas, int sourceY, int y, int from, int to, int shiftX)
    {
        var first = (from + 1) / 2;
        var count = (to / 2) - first;
        var source = (sourceY / 2 * canvas.ChromaWidth) + Math.Clamp(first - (shiftX / 2), 0, canvas.ChromaWidth);
        if (count <= 0 || source + count > background.Cb.Length)
        {
            return;
        }

        background.Cb.AsSpan(source, count).CopyTo(canvas.Cb.AsSpan((y / 2 * canvas.ChromaWidth) + first));
        background.Cr.AsSpan(source, count).CopyTo(canvas.Cr.AsSpan((y / 2 * canvas.ChromaWidth) + first));
    }
}
