namespace EdgeVision.Imaging.Tensors;

/// <summary>Which colour is a tensor's first channel.</summary>
public enum ChannelOrder
{
    Rgb,
    Bgr,
}
