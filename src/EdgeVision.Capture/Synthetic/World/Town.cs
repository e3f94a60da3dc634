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

        var fromLamps = Light.LampColour * (light.Lamps * 0.22f);
        painter.Light = painter.Light with { Lamp = fromLamps };
        foreach (var house in _houses)
        {
            house.Paint(painter, light);
        }

        foreach (var prop in _props)
        {
            prop.Paint(painter, light);
        }

        return canvas;
    }

    public Occluder[] MakeOccluders()
    {
        var mask = new IdMask(_layout.Width, _layout.Height);
        var painter = new ScenePainter(_layout.Camera, new Raster(new Canvas(_layout.Width, _layout.Height), mask));
        var occluders = new List<Occluder>();
        foreach (var prop in _props)
        {
            mask.Clear();
            mask.Draw(1, false);
            prop.Paint(painter, Light.Overcast);
            occluders.Add(Occluder.From(prop, mask, _layout.Width, _layout.Height));
        }

        return [.. occluders];
    }

    private void Build()
    {
        var random = new SeededRandom(_layout.Seed, 15);
        var (from, to) = _layout.Camera.VisibleX(_layout.Facade, 130);
        var x = from - random.Range(2, 10);
        for (var i = 0; x < to + 4; i++)
        {
            var width = random.Range(7, 15);
            _houses.Add(new House(_layout.Seed, i, x, width, _layout.Facade));
            x += width + (random.Chance(0.25f) ? random.Range(2, 7) : 0);
        }

        AddLamps(from, to);
        var spacing = random.Range(8, 16);
        for (var i = 0; i < 24; i++)
        {
            var treeX = from + (i * spacing) + random.Range(-1.5f, 1.5f);
            if (treeX < to + 3 && random.Chance(0.6f))
            {
                _props.Add(new Tree(_layout.Seed, i, treeX, _layout.FarKerb + 0.7f));
            }
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
