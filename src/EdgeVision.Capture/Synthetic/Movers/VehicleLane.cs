using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>One lane, on which everything drives at the same speed, so that nothing runs into another.</summary>
internal sealed class VehicleLane
{
    private const float Reach = 95;

    private readonly Arrivals _arrivals;
    private readonly float _z;
    private readonly float _speed;
    private readonly float _from;
    private readonly float _to;
    private readonly int _direction;
    private readonly bool _cyclesOnly;

    public VehicleLane(StreetLayout layout, StreetOptions options, int stream, float z, int direction, bool cyclesOnly)
    {
        var random = new SeededRandom(layout.Seed, 31, (ulong)stream);
        var perMinute = options.Traffic switch
        {
            Traffic.Empty => 0,
            Traffic.Quiet => 2.2f,
            Traffic.Normal => 7,
            _ => 17,
        };
        _z = z;
        _direction = direction;
        _cyclesOnly = cyclesOnly;
        _speed = cyclesOnly ? random.Range(3.6f, 5.2f) : random.Range(6.5f, 10.5f);
        var (left, right) = layout.Camera.VisibleX(z, Reach);
        _from = left - 7;
        _to = right + 7;
        _arrivals = cyclesOnly
            ? new Arrivals(layout.Seed, stream, perMinute * 0.5f, 3, 1, options.Traffic)
            : new Arrivals(layout.Seed, stream, perMinute, 3.4f, 2.2f, options.Traffic);
    }

    public void Collect(double time, MoverList into)
    {
        var stay = (_to - _from) / _speed;
        for (var slot = _arrivals.FirstSlot(time, stay); slot <= _arrivals.LastSlot(time); slot++)
        {
            if (!_arrivals.TryGet(slot, time, out var age, out var random, out var id) || age > stay)
            {
                continue;
            }

            var way = age * _speed;
            var x = _direction > 0 ? _from + way : _to - way;
            var at = new Placement(new Point3(x, 0, _z), new Point3(_direction, 0, 0));
            into.Add(new Mover(_cyclesOnly ? MoverKind.Cyclist : Kind(random.Unit()), id, random.Next(), at, way, _speed));
        }
    }

    private static MoverKind Kind(float chance) => chance switch
    {
        < 0.62f => MoverKind.Car,
        < 0.74f => MoverKind.Motorcyclist,
        < 0.86f => MoverKind.Bus,
        _ => MoverKind.Truck,
    };
}
