namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>Nodes that may go back to float together.</summary>
/// <param name="Name">As the report calls it: "stage 52x52".</param>
/// <param name="Nodes">Their names.</param>
public sealed record FloatCandidate(string Name, IReadOnlyList<string> Nodes);
