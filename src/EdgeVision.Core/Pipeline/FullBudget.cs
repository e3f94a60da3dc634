using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;

namespace EdgeVision.Core.Pipeline;

/// <summary>The governor that sets no limit.</summary>
public sealed class FullBudget : IPowerGovernor
{
    public PowerBudget Step(DeviceState state) => PowerBudget.Full;
}
