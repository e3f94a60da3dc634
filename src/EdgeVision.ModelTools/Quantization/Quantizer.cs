using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>Static post-training quantization to 8 bits, from the float model to the verdict.</summary>
public sealed class Quantizer(OrtLibrary library, TimeProvider time)
{
    /// <param name="model">The float model.</param>
    /// <param name="calibration">Pictures such as it will see.</param>
    /// <param name="labelled">AP on labelled pictures, for the verdict; null judges by agreement with the float model alone.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told from any thread.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="QuantizationRefusedException">A node, or the model as a whole, cannot be quantized.</exception>
    public Task<QuantizationResult> RunAsync(
        VerifiedModel model, CalibrationSet calibration, IAccuracyMeasure? labelled, QuantizationOptions options,
        IProgress<QuantizationProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(options);
        _ = (library, time, labelled, progress, cancellation);
        throw new NotSupportedException("the stages come with the branches that build them");
    }
}
