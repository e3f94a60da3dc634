using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Doctor;

/// <summary>What is looked at.</summary>
/// <param name="Root">The machine.</param>
/// <param name="File">The device file.</param>
/// <param name="Store">The models.</param>
/// <param name="Time">The clock.</param>
public sealed record DoctorScope(SystemTree Root, DeviceFile File, ModelStore Store, TimeProvider Time)
{
    /// <summary>What the limits of all checks are multiplied by.</summary>
    public double Patience { get; init; } = 1;
}
