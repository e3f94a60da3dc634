using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>People who come through the gate to the door, wait there before the camera, and leave; some only cross the garden.</summary>
internal sealed class DoorVisits(Forecourt garden) : IWalkPlan
{
    public float LongestWay => 40;

    public float Share => 0.5f;

    public WalkPath Choose(ref SeededRandom random)
    {
        var gate = new Point3(garden.PathX + random.Range(-0.3f, 0.3f), 0, garden.To + random.Range(0.2f, 1));
        var halfway = new Point3(garden.PathX + random.Range(-0.3f, 0.3f), 0, garden.To * random.Range(0.55f, 0.75f));
        var away = garden.DriveX > 0 ? -1 : 1;
        var aside = new Point3(away * random.Range(4, 6), 0, random.Range(1.5f, garden.To * 0.5f));
        var door = new Point3(random.Range(-0.6f, 0.6f), 0, random.Range(1.1f, 3.2f));
        var spot = random.Chance(0.3f) ? new Point3(away * random.Range(0, 1.5f), 0, garden.To * random.Range(0.35f, 0.65f)) : door;
        var pause = random.Chance(0.75f) ? random.Range(3, 14) : 0;
        return random.Unit() switch
        {
            < 0.6f => new WalkPath(gate, halfway, spot, gate, pause),
            < 0.8f => new WalkPath(gate, halfway, spot, aside, pause),
            _ => new WalkPath(aside, spot, halfway, gate, 0),
        };
    }
}
