using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Quantization.Equalization;

/// <summary>A quantized model and where its convolutions' results can be seen.</summary>
/// <param name="Model">It.</param>
/// <param name="Outputs">
/// By the name of a Conv of the float model: the float32 tensor right behind that Conv in the quantized model, before
/// activation and before QuantizeLinear, of the same shape.
/// </param>
/// <param name="Input">How pictures become its input; null when it is the float model's way.</param>
public sealed record QuantizedConvs(OnnxModel Model, IReadOnlyDictionary<string, string> Outputs, ModelInput? Input = null);
