using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>People in front of the houses: they come out of doors, go along, wait at the kerb.</summary>
internal sealed class FarPavement : IWalkPlan
{
    private readonly StreetLayout _layout;
    private readonly float _from;
    private readonly float _to;

    public FarPavement(StreetLayout layout)
    {
        _layout = layout;
        var (left, right) = layout.Camera.VisibleX(layout.FarWalkTo, 38);
        _from = left - 1.5f;
        _to = right + 1.5f;
    }

    public float LongestWay => _to - _from + 12;

    public float Share => 0.55f;

    public WalkPath Choose(ref SeededRandom random)
    {
        var door = _layout.Facade - 0.1f;
        var z = random.Range(_layout.FarKerb + 0.5f, _layout.FarWalkTo - 0.2f);
        if (random.Chance(0.18f))
        {
            var x = random.Range(_from * 0.6f, _to * 0.6f);
            var spot = new Point3(x + random.Range(-2, 2), 0, _layout.FarKerb + random.Range(0.35f, 0.8f));
            return new WalkPath(new Point3(x, 0, door), new Point3(x, 0, door - 0.4f), spot, new Point3(x + 1, 0, door), random.Range(4, 14));
        }

        var start = random.Chance(0.3f) ? random.Range(_from, (_from + _to) / 2) : _from;
        var end = random.Chance(0.3f) ? random.Range((_from + _to) / 2, _to) : _to;
        var path = new WalkPath(new Point3(start, 0, door), new Point3(start + 1.5f, 0, z), new Point3(end - 1.5f, 0, z), new Point3(end, 0, door), 0);
        return random.Chance(0.5f) ? path : new WalkPath(path.D, path.C, path.B, path.A, 0);
    }
}
