using EdgeVision.Inference.Models;

namespace EdgeVision.Service.Doctor;

/// <summary>What is looked at.</summary>
/// <param name="Root">The machine.</param>
/// <param name="File">The device file.</param>
/// <param name="Store">The models.</param>
/// <param name="Time">The clock.</param>
public sealed record DoctorScope(SystemRoot Root, DeviceFile File, ModelStore Store, TimeProvider Time);
