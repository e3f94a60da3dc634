namespace EdgeVision.Inference;

/// <summary>How a detector is run. What is null comes from the model's manifest.</summary>
public sealed record DetectorOptions
{
    /// <summary>Least score of a detection, above 0, at most 1.</summary>
    public float? Score { get; init; }

    /// <summary>Greatest intersection over union of two detections of one class, 0..1; without effect on a model that suppresses itself.</summary>
    public float? Nms { get; init; }

    /// <summary>
    /// Whether boxes end at the picture's edge. Published figures are often measured without: FastestDet's boxes reach
    /// beyond, and clipping alone lifts its AP by .023 on a set of cut-off vehicles.
    /// </summary>
    public bool ClipBoxes { get; init; } = true;

    /// <summary>Threads within one inference, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether idle threads spin for the next task: faster by a little, at much energy.</summary>
    public bool Spinning { get; init; }

    /// <summary>Frames in work at once; two let one be prepared while the other runs.</summary>
    public int Slots { get; init; } = 2;
}
