namespace EdgeVision.Inference.Decoding;

/// <summary>Where in its cell a grid's point lies, per axis, for stride s.</summary>
public enum GridPoint
{
    /// <summary>column * s (NanoDet-Plus).</summary>
    Corner,

    /// <summary>(column + 0.5) * s (NanoDet before Plus, FCOS, ATSS).</summary>
    Center,

    /// <summary>column * s + (s - 1) / 2: the middle in whole pixels' coordinates (OpenCV zoo's NanoDet).</summary>
    PixelCenter,
}
