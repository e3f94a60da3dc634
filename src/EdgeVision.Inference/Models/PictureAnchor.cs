namespace EdgeVision.Inference.Models;

/// <summary>Where a letterboxed picture lies in the input.</summary>
public enum PictureAnchor
{
    /// <summary>In the top left corner; the padding is right or below.</summary>
    TopLeft,

    /// <summary>In the middle; the padding is on two sides.</summary>
    Center,
}
