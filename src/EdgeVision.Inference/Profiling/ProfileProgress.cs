using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling;

/// <summary>How far a profile is.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; each point is one for loading and one for each rate.</param>
/// <param name="Point">What is measured now.</param>
public sealed record ProfileProgress(int Done, int Total, OperatingPoint Point);
