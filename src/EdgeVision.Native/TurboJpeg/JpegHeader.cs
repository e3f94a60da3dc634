namespace EdgeVision.Native.TurboJpeg;

/// <summary>What a JPEG's header says: its width and height in pixels.</summary>
public readonly record struct JpegHeader(int Width, int Height);
