using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Ports;

/// <summary>About once a second turns the device's state into a budget. Pure given its inputs so far.</summary>
public interface IPowerGovernor
{
    PowerBudget Step(DeviceState state);
}
