using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// What a model wants as its picture input: value = (pixel - mean) / std, pixel 0..255, per channel.
/// Equal formats compare equal.
/// </summary>
/// <param name="Size">Width and height in pixels.</param>
public sealed record TensorFormat(PictureSize Size)
{
    public TensorLayout Layout { get; init; } = TensorLayout.Nchw;

    public TensorElement Element { get; init; } = TensorElement.Float32;

    public ChannelOrder Order { get; init; } = ChannelOrder.Rgb;

    /// <summary>Subtracted from each pixel, on the scale 0..255, in the order of <see cref="Order"/>.</summary>
    public ChannelValues Mean { get; init; } = ChannelValues.Zero;

    /// <summary>Divides what is left, on the scale 0..255, in the order of <see cref="Order"/>; none is 0.</summary>
    public ChannelValues Std { get; init; } = ChannelValues.One;

    /// <summary>The grey (all channels) of the area outside the picture, before mean and std.</summary>
    public byte Pad { get; init; }

    /// <summary>Elements of one tensor: 3 x height x width.</summary>
    public int Count => checked(3 * Size.Pixels);

    /// <summary>(pixel - mean) / std of one channel.</summary>
    public float Normalise(float pixel, int channel) => (pixel * Gain(channel)) + Bias(channel);

    internal float Gain(int channel) => 1 / Std[channel];

    internal float Bias(int channel) => -Mean[channel] / Std[channel];

    internal void Check()
    {
        if (Size.Width < 1 || Size.Height < 1)
        {
            throw new ArgumentException($"a tensor of {Size} has no pixels");
        }

        for (var channel = 0; channel < 3; channel++)
        {
            if (!float.IsFinite(Mean[channel]) || !float.IsFinite(1 / Std[channel]))
            {
                throw new ArgumentException($"channel {channel}: mean {Mean[channel]}, std {Std[channel]} do not give finite values");
            }
        }
    }
}
