namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>Which objects get a label; the others are marked as to be ignored (`iscrowd` 1).</summary>
public sealed record StreetLabelRules
{
    /// <summary>Least visible share, 0..1.</summary>
    public float VisibleFraction { get; init; } = 0.25f;

    /// <summary>Least width and height of the visible box in pixels.</summary>
    public float Side { get; init; } = 6;
}
