using EdgeVision.Inference;

namespace EdgeVision.Service.Doctor.Models;

/// <summary>A model, and how it is used.</summary>
/// <param name="Name">For people: the manifest's name, with the device file's word for it.</param>
/// <param name="Reference">What the store loads it by.</param>
/// <param name="Options">Threads and thresholds.</param>
public sealed record ModelToCheck(string Name, string Reference, DetectorOptions Options);
