using EdgeVision.Native;

namespace EdgeVision.Service.Doctor.Libraries;

/// <summary>A native library that was loaded.</summary>
/// <param name="Version">In its own words; empty when it does not tell.</param>
/// <param name="Path">Where it was found.</param>
/// <param name="Attempts">Every place that was tried.</param>
public sealed record FoundLibrary(string Version, string Path, IReadOnlyList<LibraryAttempt> Attempts);
