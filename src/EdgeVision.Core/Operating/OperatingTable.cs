namespace EdgeVision.Core.Operating;

/// <summary>What one model costs on one machine, at each point that was measured.</summary>
/// <param name="Head">Where the figures come from.</param>
/// <param name="Points">At least one.</param>
/// <param name="Unusable">Points that did not load or run, each with the reason.</param>
public sealed record OperatingTable(TableHead Head, IReadOnlyList<PointCost> Points, IReadOnlyDictionary<string, string> Unusable);
