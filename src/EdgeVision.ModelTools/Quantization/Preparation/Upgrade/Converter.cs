namespace EdgeVision.ModelTools.Quantization.Preparation.Upgrade;

/// <summary>How an operator is brought to the target opset.</summary>
/// <param name="ChangedIn">The last opset up to the target in which its meaning or its inputs changed.</param>
/// <param name="Convert">Rewrites a node of an earlier one.</param>
internal sealed record Converter(long ChangedIn, Action<Conversion> Convert);
