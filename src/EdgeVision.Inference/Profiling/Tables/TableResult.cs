using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>A table that holds here and now.</summary>
/// <param name="Table">The table.</param>
/// <param name="Path">Where it lies, or would lie if it could be kept.</param>
/// <param name="IsNew">Whether it was measured just now.</param>
/// <param name="Notes">Tables that were there and not used, and why one could not be kept: for info, doctor and the log.</param>
public sealed record TableResult(OperatingTable Table, string Path, bool IsNew, IReadOnlyList<string> Notes);
