namespace EdgeVision.Capture;

/// <summary>Pixel formats of raw frames, by ffmpeg's names.</summary>
public enum RawPixelFormat
{
    /// <summary>Planar YUV 4:2:0, also called I420.</summary>
    Yuv420p,

    /// <summary>Packed red, green, blue.</summary>
    Rgb24,

    /// <summary>Packed blue, green, red.</summary>
    Bgr24,
}
