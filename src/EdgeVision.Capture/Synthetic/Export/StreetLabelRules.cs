using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>Which objects get a label; the others are marked as to be ignored (`iscrowd` 1).</summary>
public sealed record StreetLabelRules
{
    /// <summary>Least visible share, 0..1.</summary>
    public float VisibleFraction { get; init; } = 0.25f;

    /// <summary>Least width and height of the visible box in pixels.</summary>
    public float Side { get; init; } = 6;

    /// <summary>Whether an object gets a label.</summary>
    /// <param name="item">As it truly is.</param>
    /// <param name="size">Of the picture.</param>
    public bool IsLabelled(in StreetObject item, PictureSize size)
    {
        // Whole pixels lie behind the normalised numbers; rounding takes their last bits away.
        var (width, height) = (Math.Round(item.VisibleBox.Width * size.Width), Math.Round(item.VisibleBox.Height * size.Height));
        return item.VisibleFraction >= VisibleFraction && width >= Side && height >= Side;
    }
}
