namespace EdgeVision.Core.Frames;

/// <summary>How a frame's bytes lie in memory, without padding between rows.</summary>
public enum PixelLayout
{
    /// <summary>Planar YUV 4:2:0: Y, then U, then V; chroma planes are half the size, rounded up.</summary>
    I420,

    /// <summary>Packed red, green, blue, 8 bits each.</summary>
    Rgb24,

    /// <summary>Packed blue, green, red, 8 bits each.</summary>
    Bgr24,
}
