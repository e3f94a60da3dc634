using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// Weighted fair shares: of the lanes with a frame that is due, the one that has had the least for its weight (stride
/// scheduling, Waldspurger and Weihl 1995). Frames
/// past their deadline or ahead of their lane's rate are let go first, so that no lane waits behind them.
/// </summary>
public sealed class FairScheduler : IScheduler
{
    // A camera's frames jitter; without slack a 10 fps ceiling on a 10 fps camera would drop every second frame.
    private const double Slack = 0.25;

    public Pick Pick(ReadOnlySpan<LaneView> lanes, PowerBudget budget)
    {
        var best = -1;
        for (var i = 0; i < lanes.Length; i++)
        {
            ref readonly var lane = ref lanes[i];
            if (!lane.HasFrame)
            {
                continue;
            }

            if (lane.Age > lane.Deadline)
            {
                return new Pick(i, PickVerdict.Stale);
            }

            if (lane.UntilDue > Slack * lane.Interval)
            {
                return new Pick(i, PickVerdict.OverBudget);
            }

            if (best < 0 || lane.Served < lanes[best].Served)
            {
                best = i;
            }
        }

        return best < 0 ? Pipeline.Pick.Nothing : new Pick(best, PickVerdict.Infer);
    }
}
