using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.Weather;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>In some streets bicycles stand without riders, leaning nowhere, in all directions; other ones each day.</summary>
internal sealed class BicycleStand
{
    private const float ShareOfStreets = 0.27f;
    private const long FirstId = 16L << 40;

    private readonly ulong _seed;
    private readonly Point3 _at;

    private BicycleStand(ulong seed, Point3 at)
    {
        _seed = seed;
        _at = at;
    }

    /// <summary>Null where there is none.</summary>
    public static BicycleStand? Of(StreetLayout layout)
    {
        if (!new SeededRandom(layout.Seed, 35).Chance(ShareOfStreets))
        {
            return null;
        }

        var random = new SeededRandom(layout.Seed, 36);
        var z = layout.Forecourt is { } garden ? garden.To * random.Range(0.4f, 0.75f)
            : random.Chance(0.5f) ? layout.NearKerb - 0.5f : layout.FarKerb + 0.6f;
        var (from, to) = layout.Camera.VisibleX(z, 12);
        var x = layout.Forecourt is { } drive ? drive.PathX + (drive.DriveX > 0 ? -1.6f : 1.6f) : random.Range(from, to) * 0.7f;
        return new BicycleStand(layout.Seed, new Point3(x, 0, z));
    }

    public void Collect(double time, MoverList into)
    {
        var day = (long)Math.Floor(time / Climate.CycleSeconds);
        var random = new SeededRandom(_seed, 37, (ulong)day);
        var count = random.Below(4);
        var turn = random.Range(0, Trig.Turn);
        for (var i = 0; i < count; i++)
        {
            var angle = turn + random.Range(-0.15f, 0.15f);
            var forward = new Point3(Trig.Cos(angle), 0, Trig.Sin(angle));
            var aside = new Point3(-forward.Z, 0, forward.X) * (0.55f * i);
            into.Add(new Mover(MoverKind.ParkedBicycle, FirstId + (day << 6) + (i << 1), random.Next(), new Placement(_at + aside, forward), random.Range(0, 2), 0));
        }
    }
}
