using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>The ground, pixel by pixel. Colours under white light are found once and lit for each prepared light.</summary>
internal sealed class Ground
{
    private readonly StreetLayout _layout;
    private readonly Rgb[] _albedo;
    private readonly float[] _lamps;
    private readonly int _top;

    public Ground(StreetLayout layout)
    {
        _layout = layout;
        _top = (int)Math.Clamp(layout.Camera.HorizonY + 1, 0, layout.Height);
        _albedo = new Rgb[(layout.Height - _top) * layout.Width];
        _lamps = new float[_albedo.Length];
        var texture = new GroundTexture(layout);
        for (var y = _top; y < layout.Height; y++)
        {
            for (var x = 0; x < layout.Width; x++)
            {
                Sample(texture, x, y, ((y - _top) * layout.Width) + x);
            }
        }
    }

    public void Paint(Canvas canvas, Light light)
    {
        var sun = light.Sun * _layout.ToSun.Y;
        for (var y = _top; y < _layout.Height; y++)
        {
            for (var x = 0; x < _layout.Width; x++)
            {
                var at = ((y - _top) * _layout.Width) + x;
                var lit = light.Ambient + sun + (Light.LampColour * (light.Lamps * 0.72f * _lamps[at]));
                Dots.Set(canvas, x, y, Drawing.Paint.Of(_albedo[at] * lit));
            }
        }
    }

    private void Sample(GroundTexture texture, int x, int y, int at)
    {
        var sum = default(Rgb);
        for (var i = 0; i < 4; i++)
        {
            var ray = _layout.Camera.Ray(x + 0.25f + (0.5f * (i & 1)), y + 0.25f + (0.5f * (i >> 1)));
            var reach = -_layout.Camera.Eye.Y / Math.Min(ray.Y, -0.01f);
            var blur = reach * 1.5f;
            var far = Math.Min(reach * ray.Length, 400) / 400;
            sum += Rgb.Lerp(texture.At(ray.X * reach, ray.Z * reach, blur), Rgb.Grey(0.6f), far * far);
            _lamps[at] = i == 0 ? _layout.LampsAt(ray.X * reach, ray.Z * reach) : _lamps[at];
        }

        _albedo[at] = sum * 0.25f;
    }
}
