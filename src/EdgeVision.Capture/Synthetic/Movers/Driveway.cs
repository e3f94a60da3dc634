using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.Weather;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>A car or van before the house, front or rear towards the camera; another one, or none, each day.</summary>
internal sealed class Driveway(ulong seed, Forecourt garden)
{
    private const long FirstId = 15L << 40;

    public void Collect(double time, MoverList into)
    {
        var day = (long)Math.Floor(time / Climate.CycleSeconds);
        var random = new SeededRandom(seed, 33, (ulong)day);
        if (random.Chance(0.35f))
        {
            return;
        }

        var origin = new Point3(garden.DriveX + random.Range(-0.2f, 0.2f), 0, garden.ParkedAt);
        var forward = new Point3(random.Range(-0.08f, 0.08f), 0, random.Chance(0.5f) ? 1 : -1).Unit();
        into.Add(new Mover(MoverKind.Car, FirstId + (day << 3), random.Next(), new Placement(origin, forward), 0, 0));
    }
}
