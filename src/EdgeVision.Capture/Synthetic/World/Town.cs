using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>The things that stand along the street, in the order in which they are painted.</summary>
internal sealed class Town
{
    private readonly StreetLayout _layout;
    private readonly Sky _sky;
    private readonly Ground _ground;
    private readonly List<House> _houses = [];
    private readonly List<IProp> _props = [];

    public Town(StreetLayout layout)
    {
        _layout = layout;
        _sky = new Sky(layout);
        _ground = new Ground(layout);
        Build();
        _houses.Sort(static (a, b) => b.Distance.CompareTo(a.Distance));
        _props.Sort(static (a, b) => (b.Z, Math.Abs(b.X)).CompareTo((a.Z, Math.Abs(a.X))));
    }

    public Canvas Paint(Light light)
    {
        var canvas = new Canvas(_layout.Width, _layout.Height);
        var painter = new ScenePainter(_layout.Camera, new Raster(canvas, null))
        {
            Light = new LocalLight(light.Ambient, light.Sun, _layout.ToSun, default, light.SkyLow),
        };
        _sky.Paint(painter, light);
        _ground.Paint(canvas, light);
        foreach (var prop in _props)
        {
            prop.CastShadow(painter, _layout.ToSun, light.Shadow);
        }

        var fromLamps = Light.LampColour * (light.Lamps * 0.28f);
        painter.Light = painter.Light with { Lamp = fromLamps };
        PaintThings(painter, light);
        Lens.Soften(canvas);
        return canvas;
    }

    public Occluder[] MakeOccluders()
    {
        var mask = new IdMask(_layout.Width, _layout.Height);
        var painter = new ScenePainter(_layout.Camera, new Raster(new Canvas(_layout.Width, _layout.Height), mask));
        var occluders = new List<Occluder>();
        foreach (var prop in _props)
        {
            if (prop.Z > _layout.Facade)
            {
                continue;
            }

            mask.Clear();
            mask.Draw(1, false);
            prop.Paint(painter, Light.Overcast);
            occluders.Add(Occluder.From(prop, mask, _layout.Width, _layout.Height));
        }

        return [.. occluders];
    }

    /// <summary>Trees behind the houses first, then the houses, then all else.</summary>
    private void PaintThings(ScenePainter painter, Light light)
    {
        var next = 0;
        for (; next < _props.Count && _props[next].Z > _layout.Facade + 8; next++)
        {
            _props[next].Paint(painter, light);
        }

        foreach (var house in _houses)
        {
            house.Paint(painter, light);
        }

        for (; next < _props.Count; next++)
        {
            _props[next].Paint(painter, light);
        }
    }

    private void Build()
    {
        var (from, to) = _layout.Camera.VisibleX(_layout.Facade, 130);
        var style = (TownStyle)new SeededRandom(_layout.Seed, 16).Below(3);
        AddHouses(style, from, to);
        AddLamps(from, to);
        AddTrees(style, from, to);
        Clutter.Place(_layout, _props);
        if (_layout.Forecourt is { } garden)
        {
            var (left, right) = _layout.Camera.VisibleX(garden.To, 60);
            _props.Add(new Hedge(_layout.Seed + 1, left, right, garden.To - 0.5f, garden));
        }
    }

    private void AddHouses(TownStyle style, float from, float to)
    {
        var random = new SeededRandom(_layout.Seed, 15);
        var x = from - random.Range(2, 10);
        for (var i = 0; x < to + 4; i++)
        {
            var width = style == TownStyle.Terrace ? random.Range(7, 15) : random.Range(7, 11);
            var back = style == TownStyle.Terrace ? 0 : random.Range(1.5f, 5);
            var storeys = style == TownStyle.Terrace ? 2 + random.Below(3) : 1 + random.Below(2);
            if (style != TownStyle.Park || random.Chance(0.15f))
            {
                _houses.Add(new House(_layout.Seed, i, x, width, _layout.Facade + back, storeys));
            }

            x += width + (style != TownStyle.Terrace ? random.Range(3, 8) : random.Chance(0.25f) ? random.Range(2, 7) : 0);
        }

        if (style != TownStyle.Terrace)
        {
            _props.Add(new Hedge(_layout.Seed, from, to, _layout.Facade));
        }
    }

    private void AddTrees(TownStyle style, float from, float to)
    {
        var random = new SeededRandom(_layout.Seed, 17);
        var spacing = random.Range(8, 16);
        for (var i = 0; i < 24; i++)
        {
            var x = from + (i * spacing) + random.Range(-1.5f, 1.5f);
            if (x < to + 3 && random.Chance(0.6f))
            {
                _props.Add(new Tree(_layout.Seed, i, x, _layout.FarKerb + 0.7f));
            }
        }

        for (var i = 0; style != TownStyle.Terrace && i < (style == TownStyle.Park ? 40 : 14); i++)
        {
            _props.Add(new Tree(_layout.Seed, 100 + i, random.Range(from - 8, to + 8), _layout.Facade + random.Range(3, 22)));
        }
    }

    private void AddLamps(float from, float to)
    {
        var first = (int)MathF.Floor((from - _layout.LampOffset) / _layout.LampSpacing);
        for (var i = first; (i * _layout.LampSpacing) + _layout.LampOffset < to + 4; i++)
        {
            var at = (i * _layout.LampSpacing) + _layout.LampOffset;
            _props.Add(new LampPost(at, _layout.LampZ, -1.2f));
            _props.Add(new LampPost(at + (_layout.LampSpacing / 2), _layout.NearKerb - 0.5f, 1.2f));
        }
    }
}
