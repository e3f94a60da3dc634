using System.ComponentModel.DataAnnotations;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Tensors;

namespace EdgeVision.Inference.Models;

/// <summary>A model's picture input: value = (pixel - mean) / std of a pixel in 0..255.</summary>
public sealed record ModelInput
{
    /// <summary>The model's name for it; left out, it is the model's only input.</summary>
    public string Name { get; init; } = "";

    /// <summary>Width and height in pixels; it fixes dimensions that the model leaves open.</summary>
    public required PictureSize Size { get; init; }

    /// <summary>Order of the tensor's dimensions; the batch is 1.</summary>
    public TensorLayout Layout { get; init; } = TensorLayout.Nchw;

    /// <summary>The tensor's number type.</summary>
    public TensorElement Type { get; init; } = TensorElement.Float32;

    /// <summary>Which colour is the first channel.</summary>
    public required ChannelOrder Color { get; init; }

    /// <summary>Subtracted from each pixel: one number, or one per channel in the tensor's order.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [0];

    /// <summary>Divides what is left: one number, or one per channel in the tensor's order.</summary>
    public IReadOnlyList<float> Std { get; init; } = [1];

    /// <summary>How the picture is brought to the size.</summary>
    public required ResizeMode Resize { get; init; }

    /// <summary>Where a letterboxed picture lies.</summary>
    public PictureAnchor Anchor { get; init; } = PictureAnchor.TopLeft;

    /// <summary>The grey of a letterbox's padding, before mean and std.</summary>
    [Range(0, 255)]
    public int Pad { get; init; } = 114;

    /// <summary>The shape of the input tensor.</summary>
    public long[] Shape() => Layout == TensorLayout.Nchw ? [1, 3, Size.Height, Size.Width] : [1, Size.Height, Size.Width, 3];

    /// <summary>What the tensor writer needs to know.</summary>
    /// <exception cref="ArgumentException">Mean or std has neither one nor three numbers, or a std is 0.</exception>
    public TensorFormat Format() => new(Size)
    {
        Layout = Layout,
        Element = Type,
        Order = Color,
        Mean = PerChannel("mean", Mean),
        Std = Std.Contains(0) ? throw new ArgumentException("a std of 0 divides by zero; write 1 for none") : PerChannel("std", Std),
        Pad = (byte)Pad,
    };

    /// <summary>How a region of a picture lies in the input.</summary>
    public ImageTransform TransformOf(PictureSize picture, in Box region) => Resize == ResizeMode.Stretch
        ? ImageTransform.Stretch(picture, region, Size)
        : ImageTransform.Letterbox(picture, region, Size, Anchor == PictureAnchor.Center);

    private static ChannelValues PerChannel(string name, IReadOnlyList<float> values) => values.Count switch
    {
        1 => ChannelValues.All(values[0]),
        3 => new ChannelValues(values[0], values[1], values[2]),
        _ => throw new ArgumentException($"{name} has {values.Count} numbers; write one, or three in the tensor's channel order"),
    };
}
