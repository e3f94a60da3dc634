namespace EdgeVision.ModelTools.Quantization.Acceptance;

/// <summary>What a quantized model must keep to take the float model's place.</summary>
public sealed record AcceptanceLimits
{
    /// <summary>Most average precision that may be lost on the labelled pictures, 0..1.</summary>
    public double MaxApLoss { get; init; } = 0.010;

    /// <summary>Least agreement (F1 at IoU .5, the manifest's score) with the float model's detections, 0..1.</summary>
    /// <remarks>
    /// Null for .85, or .75 where there are labels, which then say what matters. F1 counts every score that passes the threshold either
    /// way: FastestDet loses .12 of it with its AP unchanged; YOLOX-nano all in 8 bits .37, with a third of its AP.
    /// </remarks>
    public double? MinAgreement { get; init; }

    /// <summary>The agreement that is asked for.</summary>
    /// <param name="labelled">Whether AP is measured on labels too.</param>
    public double LeastAgreement(bool labelled) => MinAgreement ?? (labelled ? 0.75 : 0.85);

    /// <summary>Greatest latency as a share of the float model's, on this machine.</summary>
    public double MaxLatencyRatio { get; init; } = 1.0;
}
