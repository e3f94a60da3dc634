using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>One house of the row across the street.</summary>
internal sealed class House
{
    private static readonly uint[] Plasters =
        [0xC9B79C, 0xB9A58A, 0xD8CFC0, 0xA9A49B, 0x9C5B45, 0x8A4B3A, 0xB06A50, 0xC7C3B8, 0x8F9AA0, 0xD2B78A, 0xB7AFA3, 0xA0785A];

    private static readonly uint[] Signs = [0x8B2E2E, 0x2E5C8B, 0x2E7049, 0xC9A12E, 0x44474A, 0x7A3F73, 0xE0DED8];

    private readonly ulong _seed;
    private readonly float _left;
    private readonly float _right;
    private readonly float _z;
    private readonly float _eaves;
    private readonly float _storey;
    private readonly int _storeys;
    private readonly bool _shop;
    private readonly Rgb _wall;
    private readonly Rgb _roof;
    private readonly Rgb _frame;
    private readonly Rgb _sign;
    private readonly float _roofRise;

    /// <param name="seed">Of the street.</param>
    /// <param name="index">Of the house in its row.</param>
    /// <param name="left">Metres along the street.</param>
    /// <param name="width">Metres.</param>
    /// <param name="z">Metres across the street to its front.</param>
    /// <param name="storeys">At least 1.</param>
    public House(ulong seed, int index, float left, float width, float z, int storeys)
    {
        var random = new SeededRandom(seed, 13, (ulong)index);
        _seed = random.Next();
        _left = left;
        _right = left + width;
        _z = z;
        _storeys = storeys;
        _storey = random.Range(2.8f, 3.4f);
        _eaves = (_storeys * _storey) + 0.5f;
        _shop = random.Chance(0.45f);
        _wall = Rgb.Hex(random.Pick<uint>(Plasters)) * random.Range(0.85f, 1.05f);
        _roof = random.Chance(0.6f) ? new Rgb(0.48f, 0.26f, 0.20f) * random.Range(0.7f, 1.1f) : Rgb.Grey(random.Range(0.25f, 0.4f));
        _frame = random.Chance(0.7f) ? Rgb.Grey(0.88f) : new Rgb(0.35f, 0.27f, 0.2f);
        _sign = Rgb.Hex(random.Pick<uint>(Signs));
        _roofRise = storeys > 2 && random.Chance(0.4f) ? 0.3f : random.Range(1.8f, 3.2f);
    }

    /// <summary>Metres along the street to the house's nearer end.</summary>
    public float Distance => Math.Min(Math.Abs(_left), Math.Abs(_right));

    public void Paint(ScenePainter painter, Light light)
    {
        var inside = new Point3((_left + _right) / 2, _eaves / 2, _z + 3.5f);
        Span<Point3> q = stackalloc Point3[4];
        Gable(painter, _left, inside);
        Gable(painter, _right, inside);
        var facade = painter.Light.On(_wall, new Point3(0, 0, -1));
        painter.Flat(Upright(q, _left, _right, 0, _eaves, 0), facade, 10, grain: 4);
        painter.Flat(Upright(q, _left, _right, 0, 0.5f, -0.01f), facade * 0.72f, grain: 4);
        // The eaves keep the sky's light from the top of the wall.
        painter.Flat(Upright(q, _left, _right, _eaves - 0.75f, _eaves, -0.01f), facade * 0.78f, alpha: 0.55f);
        Roof(painter, q);
        for (var storey = 0; storey < _storeys; storey++)
        {
            if (storey == 0 && _shop)
            {
                ShopFront(painter, light, q);
            }
            else
            {
                WindowRow(painter, light, storey, q);
            }
        }
    }

    private static Span<Point3> Quad(Span<Point3> q, float x0, float x1, float y0, float y1, float z0, float z1)
    {
        q[0] = new Point3(x0, y0, z0);
        q[1] = new Point3(x1, y0, z1);
        q[2] = new Point3(x1, y1, z1);
        q[3] = new Point3(x0, y1, z0);
        return q;
    }

    private Span<Point3> Upright(Span<Point3> q, float x0, float x1, float y0, float y1, float forward) => Quad(q, x0, x1, y0, y1, _z + forward, _z + forward);

    private void Gable(ScenePainter painter, float x, Point3 inside)
    {
        ReadOnlySpan<Point3> corners =
        [
            new(x, 0, _z), new(x, _eaves, _z), new(x, _eaves + _roofRise, _z + 3.5f), new(x, _eaves, _z + 7), new(x, 0, _z + 7),
        ];
        painter.Face(corners, inside, _wall * 0.8f);
    }

    private void Roof(ScenePainter painter, Span<Point3> q)
    {
        q[0] = new Point3(_left - 0.2f, _eaves, _z - 0.4f);
        q[1] = new Point3(_right + 0.2f, _eaves, _z - 0.4f);
        q[2] = new Point3(_right + 0.2f, _eaves + _roofRise, _z + 3.5f);
        q[3] = new Point3(_left - 0.2f, _eaves + _roofRise, _z + 3.5f);
        painter.Flat(q, painter.Light.On(_roof, new Point3(0, 0.7f, -0.7f)), grain: 6);
        painter.Flat(Upright(q, _left - 0.2f, _right + 0.2f, _eaves - 0.25f, _eaves, -0.4f), painter.Light.On(_wall * 0.7f, new Point3(0, 0, -1)));
    }

    private void WindowRow(ScenePainter painter, Light light, int storey, Span<Point3> q)
    {
        var count = Math.Max(1, (int)((_right - _left) / 2.3f));
        var pitch = (_right - _left) / count;
        var sill = (storey * _storey) + 1.1f;
        var door = storey == 0 ? new SeededRandom(_seed, 1).Below(count) : -1;
        for (var i = 0; i < count; i++)
        {
            var middle = _left + ((i + 0.5f) * pitch);
            if (i == door)
            {
                Door(painter, middle, q);
            }
            else
            {
                Window(painter, light, middle - 0.55f, middle + 0.55f, sill, sill + 1.45f, (ulong)((storey * 64) + i), q);
            }
        }
    }

    private void Window(ScenePainter painter, Light light, float x0, float x1, float y0, float y1, ulong index, Span<Point3> q)
    {
        var random = new SeededRandom(_seed, 2, index);
        var front = new Point3(0, 0, -1);
        var frame = painter.Light.On(_frame, front);
        painter.Flat(Upright(q, x0 - 0.09f, x1 + 0.09f, y0 - 0.09f, y1 + 0.09f, -0.02f), frame);
        var glass = Rgb.Lerp(new Rgb(0.16f, 0.19f, 0.23f) * light.Ambient, light.SkyLow, random.Range(0.08f, 0.42f));
        var glow = random.Chance(0.38f) ? new Rgb(1f, 0.82f, 0.5f) * (light.Lamps * random.Range(0.5f, 0.95f)) : default;
        painter.Flat(Upright(q, x0, x1, y0, y1, -0.03f), glass + glow, 22);
        if (random.Chance(0.5f))
        {
            var curtain = painter.Light.On(random.Shade(0.5f, 0.85f, 0.08f), front) * 0.75f;
            painter.Flat(Upright(q, x0, x0 + (0.25f * (x1 - x0)), y0, y1, -0.03f), curtain + (glow * 0.3f), alpha: 0.7f);
            painter.Flat(Upright(q, x1 - (0.25f * (x1 - x0)), x1, y0, y1, -0.03f), curtain + (glow * 0.3f), alpha: 0.7f);
        }

        var bar = (x0 + x1) / 2;
        painter.Flat(Upright(q, bar - 0.03f, bar + 0.03f, y0, y1, -0.04f), frame);
        painter.Flat(Upright(q, x0 - 0.15f, x1 + 0.15f, y0 - 0.18f, y0 - 0.08f, -0.12f), frame * 0.9f);
    }

    private void Door(ScenePainter painter, float middle, Span<Point3> q)
    {
        var front = new Point3(0, 0, -1);
        painter.Flat(Upright(q, middle - 0.65f, middle + 0.65f, 0, 2.5f, -0.02f), painter.Light.On(_frame * 0.9f, front));
        painter.Flat(Upright(q, middle - 0.5f, middle + 0.5f, 0, 2.15f, -0.03f), painter.Light.On(_sign * 0.55f, front), 10);
        painter.Flat(Upright(q, middle - 0.5f, middle + 0.5f, 2.2f, 2.45f, -0.03f), painter.Light.On(new Rgb(0.3f, 0.35f, 0.4f), front));
    }

    private void ShopFront(ScenePainter painter, Light light, Span<Point3> q)
    {
        var front = new Point3(0, 0, -1);
        var glow = new Rgb(1f, 0.9f, 0.7f) * (light.Lamps * 0.65f);
        float x0 = _left + 0.5f, x1 = _right - 0.5f;
        painter.Flat(Upright(q, x0, x1, 0, 2.7f, -0.02f), painter.Light.On(Rgb.Grey(0.3f), front));
        var panes = Math.Max(2, (int)((x1 - x0) / 1.9f));
        var pitch = (x1 - x0) / panes;
        for (var i = 0; i < panes; i++)
        {
            var random = new SeededRandom(_seed, 3, (ulong)i);
            var glass = Rgb.Lerp(random.Shade(0.18f, 0.36f, 0.07f) * light.Ambient, light.SkyLow, random.Range(0.05f, 0.3f));
            painter.Flat(Upright(q, x0 + (i * pitch) + 0.07f, x0 + ((i + 1) * pitch) - 0.07f, i % 3 == 1 ? 0.1f : 0.5f, 2.55f, -0.03f), glass + glow, 24);
        }

        painter.Flat(Upright(q, x0, x1, 2.75f, 3.25f, -0.1f), painter.Light.On(_sign, front) + (_sign * (light.Lamps * 0.35f)));
        q[0] = new Point3(x0, 2.75f, _z - 0.05f);
        q[1] = new Point3(x1, 2.75f, _z - 0.05f);
        q[2] = new Point3(x1, 2.35f, _z - 1.0f);
        q[3] = new Point3(x0, 2.35f, _z - 1.0f);
        if ((_seed & 3) != 0)
        {
            painter.Flat(q, painter.Light.On(Rgb.Lerp(_sign, Rgb.White, 0.25f), new Point3(0, 0.8f, -0.6f)));
        }
    }
}
