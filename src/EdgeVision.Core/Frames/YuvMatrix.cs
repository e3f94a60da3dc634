namespace EdgeVision.Core.Frames;

/// <summary>The coefficients between YUV and RGB: ITU-R BT.601 or BT.709.</summary>
public enum YuvMatrix
{
    Bt601,
    Bt709,
}
