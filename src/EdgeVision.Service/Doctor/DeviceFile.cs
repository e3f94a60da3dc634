using EdgeVision.Service.Configuration;

namespace EdgeVision.Service.Doctor;

/// <summary>The device file as it was read.</summary>
/// <param name="Path">Null when none was named, and there is none at the usual place.</param>
/// <param name="Result">What it says, or its mistakes; null when there is none, or the reading itself broke.</param>
/// <param name="Bug">What broke the reading; null when it went well.</param>
public sealed record DeviceFile(string? Path, ConfigResult? Result, Exception? Bug = null);
