using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Everything that does not move, painted once in each of the four lights, and mixed when the light changes.</summary>
internal sealed class Backdrop
{
    private readonly StreetLayout _layout;
    private readonly Canvas[] _prepared;
    private LightMix _mix;

    public Backdrop(StreetLayout layout)
    {
        _layout = layout;
        Lit = new Canvas(layout.Width, layout.Height);
        var town = new Town(layout);
        Occluders = town.MakeOccluders();
        _prepared = [town.Paint(Light.Sunny), town.Paint(Light.Overcast), town.Paint(Light.Dusk), town.Paint(Light.Night)];
    }

    /// <summary>The background in the last chosen light.</summary>
    public Canvas Lit { get; }

    /// <summary>From far to near.</summary>
    public Occluder[] Occluders { get; }

    public void Choose(LightMix mix)
    {
        if (mix == _mix)
        {
            return;
        }

        _mix = mix;
        Blend(Lit.Luma, _prepared[0].Luma, _prepared[1].Luma, _prepared[2].Luma, _prepared[3].Luma);
        Blend(Lit.Cb, _prepared[0].Cb, _prepared[1].Cb, _prepared[2].Cb, _prepared[3].Cb);
        Blend(Lit.Cr, _prepared[0].Cr, _prepared[1].Cr, _prepared[2].Cr, _prepared[3].Cr);
    }

    /// <summary>Copies the lit background, moved; uncovered edges repeat the last row and column.</summary>
    public void CopyTo(Canvas canvas, int shiftX, int shiftY)
    {
        CopyPlane(Lit.Luma, canvas.Luma, _layout.Width, _layout.Height, shiftX, shiftY);
        CopyPlane(Lit.Cb, canvas.Cb, _layout.Width / 2, _layout.Height / 2, shiftX / 2, shiftY / 2);
        CopyPlane(Lit.Cr, canvas.Cr, _layout.Width / 2, _layout.Height / 2, shiftX / 2, shiftY / 2);
    }

    private static void CopyPlane(ReadOnlySpan<byte> from, Span<byte> to, int width, int height, int shiftX, int shiftY)
    {
        if (shiftX == 0 && shiftY == 0)
        {
            from.CopyTo(to);
            return;
        }

        var kept = width - Math.Abs(shiftX);
        for (var y = 0; y < height; y++)
        {
            var source = from.Slice(Math.Clamp(y - shiftY, 0, height - 1) * width, width);
            var row = to.Slice(y * width, width);
            source.Slice(Math.Max(0, -shiftX), kept).CopyTo(row[Math.Max(0, shiftX)..]);
            row[..Math.Max(0, shiftX)].Fill(source[0]);
            row[(width + Math.Min(0, shiftX))..].Fill(source[^1]);
        }
    }

    private void Blend(byte[] lit, byte[] sunny, byte[] overcast, byte[] dusk, byte[] night)
    {
        var mix = _mix;
        for (var i = 0; i < lit.Length && i < sunny.Length && i < overcast.Length && i < dusk.Length && i < night.Length; i++)
        {
            var sum = (sunny[i] * mix.Sunny) + (overcast[i] * mix.Overcast) + (dusk[i] * mix.Dusk) + (night[i] * mix.Night);
            lit[i] = (byte)((sum + 128) >> 8);
        }
    }
}
