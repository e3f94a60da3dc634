namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>What became of a model's nodes.</summary>
/// <param name="Quantized">Quantized nodes by operator; a Relu or Clip that went into the node before it counts too.</param>
/// <param name="LeftFloat">Names of the nodes that stayed float, with the reason.</param>
/// <param name="Names">Names of values in the written model.</param>
public sealed record QdqCoverage(
    IReadOnlyDictionary<string, int> Quantized, IReadOnlyDictionary<string, string> LeftFloat, QdqNames Names);
