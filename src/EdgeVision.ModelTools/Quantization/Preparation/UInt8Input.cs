using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation.Pixels;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>
/// Lets a model take the pixels as they come: 0..255 in a byte each, in the input's own layout.
/// <para>The bytes go through whatever only moves values (the slices of a focus layer). Where arithmetic begins stands one
/// DequantizeLinear with constant scale and zero point: value = (pixel - zero point) · scale. That is the form which a quantized
/// layer reads without any arithmetic, and its zero point is what a padding of zeros stands for. Mean and std go into these two
/// when all channels share them and the mean is a whole number, else into the weights and biases of the convolutions that read
/// the pixels. Where a padding would come out wrong, a Mul and an Add are left at the input. What a model does itself to normalise
/// its input is counted in.</para>
/// </summary>
public static class UInt8Input
{
    /// <summary>Makes the model of a manifest's input: its name, layout, mean and std count.</summary>
    /// <inheritdoc cref="Apply(PreparedModel, string, TensorLayout, IReadOnlyList{float}, IReadOnlyList{float})"/>
    public static PreparedModel Apply(PreparedModel model, ModelInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Apply(model, input.Name, input.Layout, input.Mean, input.Std);
    }

    /// <summary>Makes a model that takes pixels where the given one takes (pixel - mean) / std.</summary>
    /// <param name="model">Stays as it is.</param>
    /// <param name="input">The input's name; its shape stays.</param>
    /// <param name="layout">Where the channels are.</param>
    /// <param name="mean">One number, or one for each channel.</param>
    /// <param name="std">One number, or one for each channel; none is 0.</param>
    /// <exception cref="QuantizationRefusedException">The input is not one of Float32 pictures.</exception>
    /// <exception cref="ArgumentException">There are neither one nor as many numbers as channels, or a std is 0.</exception>
    public static PreparedModel Apply(
        PreparedModel model, string input, TensorLayout layout, IReadOnlyList<float> mean, IReadOnlyList<float> std)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(std);
        var facts = new Dictionary<string, TensorFact>(model.Facts);
        if (facts.GetValueOrDefault(input) is not { Type: OnnxDataType.Float32, Shape.Count: 4 } fact || model.Graph.IsOutput(input))
        {
            throw new QuantizationRefusedException("", $"'{input}' is not an input of four dimensions of Float32, so it cannot take pixels");
        }

        var axis = layout == TensorLayout.Nchw ? 1 : 3;
        var channels = (int)fact.Shape[axis];
        var means = PixelScaling.PerChannel(nameof(mean), mean, channels);
        var deviations = PixelScaling.PerChannel(nameof(std), std, channels);
        if (deviations.Contains(0))
        {
            throw new ArgumentException("a std of 0 divides by zero; write 1 for none", nameof(std));
        }

        var graph = model.Copy();
        OwnScaling.Absorb(graph, input, axis, facts, means, deviations);
        var scaling = PixelScaling.Of(means, deviations);
        var flow = PixelFlow.From(graph, input, axis, channels, facts);
        if (!PixelWeights.TryFold(graph, flow, scaling))
        {
            ExplicitScaling.Insert(graph, facts, input, axis, scaling);
            flow = PixelFlow.From(graph, input, axis, channels, facts);
        }

        PixelBytes.Apply(graph, facts, flow, scaling);
        return new PreparedModel(graph, facts);
    }
}
