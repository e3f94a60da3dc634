using EdgeVision.Core.Operating;
using EdgeVision.Core.Pipeline;

namespace EdgeVision.Core.Ports;

/// <summary>
/// Decides which waiting frame an accelerator takes next. Pure: the same inputs give the same pick, so that a log of
/// them can be replayed.
/// </summary>
public interface IScheduler
{
    /// <param name="lanes">The lanes this accelerator serves, as they are now.</param>
    /// <param name="budget">What the governor allows.</param>
    Pick Pick(ReadOnlySpan<LaneView> lanes, PowerBudget budget);
}
