using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>Who is in the street at any moment.</summary>
internal sealed class Schedule
{
    private readonly VehicleLane[] _lanes;
    private readonly Walkers[] _walkers;
    private readonly ParkingStrip _parking;
    private readonly Driveway? _drive;
    private readonly BicycleStand? _bicycles;
    private readonly bool _empty;

    public Schedule(StreetLayout layout, StreetOptions options)
    {
        var near = layout.DrivesOnRight ? 1 : -1;
        _empty = options.Traffic == Traffic.Empty;
        _lanes =
        [
            new VehicleLane(layout, options, 0, layout.FarLane, -near, cyclesOnly: false),
            new VehicleLane(layout, options, 1, layout.NearLane, near, cyclesOnly: false),
            new VehicleLane(layout, options, 2, layout.CycleLane, near, cyclesOnly: true),
        ];
        _parking = new ParkingStrip(layout, options, 3, -near);
        _walkers = [new Walkers(layout, options, 4, new FarPavement(layout)), new Walkers(layout, options, 5, new NearPavement(layout))];
        _bicycles = BicycleStand.Of(layout);
        if (layout.Forecourt is { } garden)
        {
            _drive = new Driveway(layout.Seed, garden);
            _walkers = [.. _walkers, new Walkers(layout, options, 6, new DoorVisits(garden))];
        }
    }

    public void Collect(double time, MoverList into)
    {
        into.Clear();
        if (_empty)
        {
            return;
        }

        foreach (var lane in _lanes)
        {
            lane.Collect(time, into);
        }

        _parking.Collect(time, into);
        _drive?.Collect(time, into);
        _bicycles?.Collect(time, into);
        foreach (var walkers in _walkers)
        {
            walkers.Collect(time, into);
        }
    }
}
