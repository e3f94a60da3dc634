namespace EdgeVision.Imaging.Tensors;

/// <summary>How the three channels of a tensor lie in memory.</summary>
public enum TensorLayout
{
    /// <summary>One plane a channel: [1, 3, height, width].</summary>
    Nchw,

    /// <summary>Channels of a pixel side by side: [1, height, width, 3].</summary>
    Nhwc,
}
