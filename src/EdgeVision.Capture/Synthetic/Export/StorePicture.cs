namespace EdgeVision.Capture.Synthetic.Export;

/// <summary>Stores one picture, planar YUV 4:2:0, and says under which file name.</summary>
public delegate string StorePicture(long frameIndex, ReadOnlySpan<byte> i420);
