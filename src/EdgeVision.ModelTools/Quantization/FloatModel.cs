using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Equalization;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.ModelTools.Quantization.Rewrites;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>The float model in the form that is calibrated and quantized; it computes what the original computes.</summary>
/// <param name="Model">Prepared and rewritten; equalized too where that was asked for.</param>
/// <param name="Input">How pictures become its input.</param>
/// <param name="Rewrites">What was rewritten, in words.</param>
/// <param name="EqualizedPairs">How many pairs of layers were evened out.</param>
internal sealed record FloatModel(PreparedModel Model, ModelInput Input, IReadOnlyList<string> Rewrites, int EqualizedPairs)
{
    /// <summary>Makes it.</summary>
    /// <exception cref="QuantizationRefusedException">A node, or the model as a whole, cannot be quantized.</exception>
    public static FloatModel Of(OrtLibrary library, VerifiedModel original, PixelInput wanted, CancellationToken cancellation)
    {
        var input = original.Manifest.Input;
        var prepared = GraphPreparation.Prepare(
            library, OnnxReader.Read(original.Bytes), new Dictionary<string, long[]> { [input.Name] = input.Shape() }, cancellation);
        var (rewritten, rewrites) = IntegerRewrites.Apply(library, prepared, cancellation);
        var (pixels, pixelInput) = TakePixels(rewritten, input, wanted);
        return new FloatModel(pixels, pixelInput, rewrites, 0);
    }

    /// <summary>The same with its channels evened out.</summary>
    public FloatModel Equalized()
    {
        var equalized = CrossLayerEqualization.Apply(Model);
        return this with { Model = equalized.Model, EqualizedPairs = equalized.Pairs.Count };
    }

    private static (PreparedModel Model, ModelInput Input) TakePixels(PreparedModel model, ModelInput input, PixelInput wanted)
    {
        if (wanted == PixelInput.Normalized || input.Type == TensorElement.UInt8)
        {
            return (model, input);
        }

        try
        {
            return (UInt8Input.Apply(model, input), input with { Type = TensorElement.UInt8, Mean = [0], Std = [1] });
        }
        catch (QuantizationRefusedException) when (wanted == PixelInput.Auto)
        {
            return (model, input);
        }
    }
}
