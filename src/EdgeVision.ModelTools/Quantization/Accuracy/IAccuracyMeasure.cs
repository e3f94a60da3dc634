using EdgeVision.Inference.Models;

namespace EdgeVision.ModelTools.Quantization.Accuracy;

/// <summary>How good a model's detections are, as one number; higher is better.</summary>
public interface IAccuracyMeasure
{
    /// <summary>What is measured on what: "AP on 125 labelled pictures".</summary>
    string Name { get; }

    /// <param name="model">The model with the manifest it is run by.</param>
    /// <param name="progress">Pictures done.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>0..1.</returns>
    Task<double> MeasureAsync(VerifiedModel model, IProgress<int>? progress, CancellationToken cancellation);
}
