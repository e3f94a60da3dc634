using EdgeVision.Capture.Synthetic;

namespace EdgeVision.Service.StreetSets;

/// <summary>What labelled set is to be drawn.</summary>
/// <param name="Scene">Size, traffic, light and weather of every scene; its seed counts for nothing.</param>
/// <param name="Seeds">One scene each.</param>
/// <param name="PerSeed">Pictures of each scene.</param>
/// <param name="Quality">Of the JPEGs, 1..100.</param>
/// <param name="Threads">Scenes drawn at the same time.</param>
public sealed record StreetSetRequest(StreetOptions Scene, IReadOnlyList<ulong> Seeds, int PerSeed, int Quality, int Threads);
