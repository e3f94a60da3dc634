namespace EdgeVision.Core.Frames;

/// <summary>Limited: luma 16..235, chroma 16..240 ("tv"). Full: 0..255 ("pc", JPEG).</summary>
public enum YuvRange
{
    Limited,
    Full,
}
