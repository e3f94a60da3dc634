using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>People on one of the pavements.</summary>
internal sealed class Walkers
{
    private const float Slowest = 0.95f;
    private const float LongestPause = 14;

    private readonly Arrivals _arrivals;
    private readonly IWalkPlan _plan;
    private readonly float _longestWay;

    public Walkers(StreetLayout layout, StreetOptions options, int stream, IWalkPlan plan)
    {
        var perMinute = options.Traffic switch
        {
            Traffic.Empty => 0,
            Traffic.Quiet => 2f,
            Traffic.Normal => 6.5f,
            _ => 17,
        };
        _plan = plan;
        _longestWay = plan.LongestWay;
        _arrivals = new Arrivals(layout.Seed, stream, perMinute * plan.Share, 2.5f, 0, options.Traffic);
    }

    public void Collect(double time, MoverList into)
    {
        for (var slot = _arrivals.FirstSlot(time, (_longestWay / Slowest) + LongestPause); slot <= _arrivals.LastSlot(time); slot++)
        {
            if (!_arrivals.TryGet(slot, time, out var age, out var random, out var id))
            {
                continue;
            }

            var speed = random.Chance(0.06f) ? random.Range(2.4f, 3.2f) : random.Range(Slowest, 1.65f);
            var path = _plan.Choose(ref random);
            if (path.At(age, speed, out var at, out var pace))
            {
                Party(at, pace, age * speed, id, ref random, into);
            }
        }
    }

    /// <summary>One person, or two side by side, now and then with a third behind them.</summary>
    private static void Party(in Placement at, float pace, float way, long id, ref SeededRandom random, MoverList into)
    {
        into.Add(new Mover(MoverKind.Person, id, random.Next(), at, way, pace));
        if (random.Chance(0.22f))
        {
            var beside = at with { Origin = at.At(random.Range(-0.25f, 0.25f), 0, random.Chance(0.5f) ? 0.66f : -0.66f) };
            into.Add(new Mover(MoverKind.Person, id + 2, random.Next(), beside, way + random.Range(0, 1), pace));
            if (random.Chance(0.3f))
            {
                var behind = at with { Origin = at.At(random.Range(-1.3f, -0.6f), 0, random.Range(-0.6f, 0.6f)) };
                into.Add(new Mover(MoverKind.Person, id + 4, random.Next(), behind, way + random.Range(0, 1), pace));
            }
        }
    }
}
