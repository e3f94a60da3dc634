using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>What a search for a table found.</summary>
/// <param name="Table">Null when there is none that may be used here.</param>
/// <param name="Path">Where it lies; where a new one belongs when there is none.</param>
/// <param name="Refusals">Files that were there and may not be used, each with the reason.</param>
public sealed record FoundTable(OperatingTable? Table, string Path, IReadOnlyList<string> Refusals);
