namespace EdgeVision.Imaging.Tensors;

/// <summary>One number for each channel of a tensor, in the tensor's own channel order.</summary>
public readonly record struct ChannelValues(float First, float Second, float Third)
{
    public static ChannelValues Zero { get; }

    public static ChannelValues One { get; } = All(1);

    public float this[int channel] => channel switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "a tensor has channels 0, 1 and 2"),
    };

    /// <summary>The same number for all three channels.</summary>
    public static ChannelValues All(float value) => new(value, value, value);
}
