using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Cars that drive up, stop for a while and drive on.</summary>
internal sealed class ParkingStrip
{
    private const float Cruise = 7;
    private const float Braking = 2.2f;
    private const float LongestStop = 40;

    private readonly Arrivals _arrivals;
    private readonly float _z;
    private readonly float _from;
    private readonly float _to;
    private readonly float _middle;
    private readonly int _direction;

    public ParkingStrip(StreetLayout layout, StreetOptions options, int stream, int direction)
    {
        var perMinute = options.Traffic switch
        {
            Traffic.Empty => 0,
            Traffic.Quiet => 0.25f,
            Traffic.Normal => 0.7f,
            _ => 2f,
        };
        _z = layout.Parking;
        _direction = direction;
        var (left, right) = layout.Camera.VisibleX(_z, 60);
        _from = left - 4;
        _to = right + 4;
        var (near, far) = layout.Camera.VisibleX(_z, 16);
        _middle = (near + far) / 2;
        var whole = LongestStop + ((_to - _from) / Cruise) + (Cruise / Braking);
        _arrivals = new Arrivals(layout.Seed, stream, perMinute, whole + 8, whole + 4, options.Traffic);
    }

    public void Collect(double time, MoverList into)
    {
        for (var slot = _arrivals.LastSlot(time) - 1; slot <= _arrivals.LastSlot(time); slot++)
        {
            if (!_arrivals.TryGet(slot, time, out var age, out var random, out var id))
            {
                continue;
            }

            var stop = _middle + random.Range(-5, 5);
            var run = _direction > 0 ? stop - _from : _to - stop;
            var (way, speed) = Way(age, run, random.Range(8, LongestStop));
            if (way <= _to - _from)
            {
                var x = _direction > 0 ? _from + way : _to - way;
                into.Add(new Mover(MoverKind.Car, id, random.Next(), new Placement(new Point3(x, 0, _z), new Point3(_direction, 0, 0)), way, speed));
            }
        }
    }

    /// <summary>Even speed, even braking, a stop, and the same backwards.</summary>
    private static (float Way, float Speed) Way(float age, float run, float stop)
    {
        var braking = Cruise * Cruise / (2 * Braking);
        var cruising = (run - braking) / Cruise;
        var slowing = Cruise / Braking;
        if (age < cruising)
        {
            return (age * Cruise, Cruise);
        }

        var left = Math.Max(0, cruising + slowing - age);
        if (left > 0 || age < cruising + slowing + stop)
        {
            return (run - (Braking * left * left / 2), Braking * left);
        }

        var off = age - cruising - slowing - stop;
        return off < slowing
            ? (run + (Braking * off * off / 2), Braking * off)
            : (run + braking + ((off - slowing) * Cruise), Cruise);
    }
}
