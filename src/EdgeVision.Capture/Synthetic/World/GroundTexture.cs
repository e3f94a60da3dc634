using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>The look of the ground at a place, under white light: slabs, kerbs, asphalt, markings, grass.</summary>
internal sealed class GroundTexture
{
    private const float KerbWidth = 0.16f;

    private readonly StreetLayout _layout;
    private readonly Rgb _asphalt;
    private readonly Rgb _cycleLane;
    private readonly Rgb _slab;
    private readonly float _slabSize;
    private readonly bool _zebra;
    private readonly float _zebraX;

    public GroundTexture(StreetLayout layout)
    {
        _layout = layout;
        var random = new SeededRandom(layout.Seed, 12);
        _asphalt = random.Shade(0.36f, 0.50f, 0.012f);
        _cycleLane = random.Chance(0.4f) ? new Rgb(0.55f, 0.33f, 0.28f) : _asphalt * 0.96f;
        _slab = Rgb.Lerp(random.Shade(0.55f, 0.72f, 0.02f), new Rgb(0.66f, 0.56f, 0.46f), random.Unit() * 0.6f);
        _slabSize = random.Range(0.4f, 0.75f);
        _zebra = random.Chance(0.5f);
        _zebraX = random.Range(-6, 10);
    }

    /// <param name="x">Metres along the street.</param>
    /// <param name="z">Metres across.</param>
    /// <param name="blur">Metres that one pixel covers there; finer detail fades out.</param>
    public Rgb At(float x, float z, float blur)
    {
        if (_layout.Forecourt is { } garden && z < garden.To)
        {
            return Garden(garden, x, z, blur);
        }

        if (z < _layout.NearKerb - KerbWidth || z > _layout.FarKerb + KerbWidth)
        {
            return z < _layout.Facade + 0.1f && z > -0.8f ? Pavement(x, z, blur) : Grass(x, z);
        }

        return z < _layout.NearKerb || z > _layout.FarKerb ? Kerb(x, blur) : Road(x, z, blur);
    }

    private static float Detail(float size, float blur) => Math.Clamp(1.6f - (blur / size), 0, 1);

    private static float Dirt(float x, float z, ulong seed) => ValueNoise.Rough(x * 0.35f, z * 0.35f, seed) - 0.5f;

    private Rgb Pavement(float x, float z, float blur)
    {
        float u = x / _slabSize, v = z / _slabSize;
        int row = (int)MathF.Floor(v), column = (int)MathF.Floor(u + (0.5f * (row & 1)));
        var fade = Detail(_slabSize * 0.5f, blur);
        var tint = 1 + ((ValueNoise.Cell(column, row, _layout.Seed) - 0.5f) * 0.14f * fade);
        float du = u + (0.5f * (row & 1)) - column, dv = v - row;
        var joint = du < 0.04f || dv < 0.04f ? 1 - (0.28f * Detail(0.03f, blur * 0.4f)) : 1;
        var grit = (ValueNoise.At(x * 14, z * 14, _layout.Seed + 3) - 0.5f) * 0.10f * Detail(0.07f, blur);
        return _slab * ((tint * joint) + grit + (Dirt(x, z, _layout.Seed + 8) * 0.22f));
    }

    private Rgb Garden(Forecourt garden, float x, float z, float blur)
    {
        if (garden.OnDrive(x))
        {
            var grit = (ValueNoise.At(x * 17, z * 17, _layout.Seed + 3) - 0.5f) * 0.2f * Detail(0.06f, blur);
            return _asphalt * (1.15f + grit + (Dirt(x, z, _layout.Seed + 9) * 0.3f));
        }

        return garden.OnPath(x) || z < garden.Terrace ? Pavement(x, z, blur) : Grass(x, z);
    }

    private static Rgb Kerb(float x, float blur)
    {
        var joint = x - MathF.Floor(x) < 0.03f ? 1 - (0.3f * Detail(0.03f, blur * 0.4f)) : 1;
        return Rgb.Grey(0.70f) * joint;
    }

    private Rgb Road(float x, float z, float blur)
    {
        var layout = _layout;
        var inCycleLane = z < layout.CycleLane + 0.82f;
        var colour = inCycleLane ? _cycleLane : _asphalt;
        var grit = (ValueNoise.At(x * 17, z * 17, layout.Seed + 3) - 0.5f) * 0.16f * Detail(0.06f, blur);
        var wear = Dirt(x * 0.35f, z * 1.8f, layout.Seed + 9) * 0.24f;
        var patch = ValueNoise.Cell((int)MathF.Floor(x / 7), (int)MathF.Floor(z / 2.4f), layout.Seed + 4) > 0.86f ? -0.10f : 0;
        colour *= 1 + grit + wear + patch + Crack(x, z, blur);
        var mark = Marking(x, z) * (0.86f + (0.3f * Dirt(x * 3, z * 3, layout.Seed + 6)));
        return Rgb.Lerp(colour, Rgb.Grey(0.90f), mark);
    }

    private float Crack(float x, float z, float blur)
    {
        var line = z + ((ValueNoise.Rough(x * 0.8f, 3, _layout.Seed + 14) - 0.5f) * 1.3f) - _layout.FarLane;
        return Math.Abs(line) < 0.025f ? -0.32f * Detail(0.03f, blur * 0.5f) : 0;
    }

    private float Marking(float x, float z)
    {
        var layout = _layout;
        if (_zebra && Math.Abs(x - _zebraX) < 1.7f && z > layout.CycleLane + 0.9f && z < layout.Parking - 1.1f)
        {
            return (z / 1.0f) - MathF.Floor(z / 1.0f) < 0.5f ? 0.9f : 0;
        }

        var dash = (x / 6) - MathF.Floor(x / 6) < 0.5f;
        var middle = Math.Abs(z - ((layout.NearLane + layout.FarLane) / 2)) < 0.07f && dash;
        var cycleEdge = Math.Abs(z - layout.CycleLane - 0.85f) < 0.06f;
        var bay = z > layout.Parking - 1.1f && (Math.Abs(z - layout.Parking + 1.05f) < 0.05f || (x / 6) - MathF.Floor(x / 6) < 0.018f);
        return middle || cycleEdge || bay ? 0.85f : 0;
    }

    private Rgb Grass(float x, float z)
    {
        var blade = ValueNoise.Rough(x * 5, z * 5, _layout.Seed + 10);
        return Rgb.Lerp(new Rgb(0.24f, 0.34f, 0.16f), new Rgb(0.42f, 0.47f, 0.26f), blade);
    }
}
