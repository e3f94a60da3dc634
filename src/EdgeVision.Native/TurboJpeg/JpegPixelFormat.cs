namespace EdgeVision.Native.TurboJpeg;

/// <summary>Packed pixels of three bytes, numbered as the library's TJPF.</summary>
public enum JpegPixelFormat
{
    Rgb = 0,
    Bgr = 1,
}
