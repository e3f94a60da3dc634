namespace EdgeVision.Capture.Synthetic;

/// <summary>How much moves in the street.</summary>
public enum Traffic
{
    /// <summary>Nothing at all.</summary>
    Empty,
    Quiet,
    Normal,
    Busy,
}
