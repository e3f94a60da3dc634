namespace EdgeVision.ModelTools.Quantization.Acceptance;

/// <summary>What a quantized model must keep to take the float model's place.</summary>
public sealed record AcceptanceLimits
{
    /// <summary>Most average precision that may be lost on the labelled pictures, 0..1.</summary>
    public double MaxApLoss { get; init; } = 0.010;

    /// <summary>Least agreement (F1 at IoU .5, the manifest's score) with the float model's detections, 0..1.</summary>
    public double MinAgreement { get; init; } = 0.90;

    /// <summary>Greatest latency as a share of the float model's, on this machine.</summary>
    public double MaxLatencyRatio { get; init; } = 1.0;
}
