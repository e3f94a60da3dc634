namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>What a quantization was asked for, in words, and what became of what was left open.</summary>
/// <param name="Calibration">Where the pictures are from.</param>
/// <param name="Pictures">How many there were.</param>
/// <param name="Calibrator">"percentile 99.999".</param>
/// <param name="Activations">"u8" or "s8".</param>
/// <param name="Weights">"s8 per channel", with "7 bits" where reduced.</param>
/// <param name="Input">"uint8" or "float32".</param>
/// <param name="Target">What the search went for.</param>
/// <param name="EqualizedPairs">Pairs of layers that were evened out.</param>
/// <param name="BiasCorrected">Whether corrected biases were kept.</param>
/// <param name="Rewrites">What was rewritten to suit the integer kernels.</param>
public sealed record ReportSettings(
    string Calibration, int Pictures, string Calibrator, string Activations, string Weights, string Input, string Target,
    int EqualizedPairs, bool BiasCorrected, IReadOnlyList<string> Rewrites);
