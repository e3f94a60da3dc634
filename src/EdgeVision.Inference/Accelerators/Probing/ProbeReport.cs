using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>A probe's finding.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Message">The library's words for what went wrong; empty when nothing did.</param>
/// <param name="OpenMs">Milliseconds for opening the session; 0 when it did not open.</param>
/// <param name="RunMs">Milliseconds of the first run; 0 when there was none.</param>
public sealed record ProbeReport(ProbeOutcome Outcome, string Message, double OpenMs, double RunMs)
{
    /// <summary>Number type of the model that this is about: Int8 when the one in floats was refused. Null when none was tried.</summary>
    public ModelPrecision? Precision { get; init; }

    /// <summary>Kind of the plug-in library's device that was tried; null for a provider within ONNX Runtime.</summary>
    public AcceleratorFamily? Family { get; init; }

    public bool IsUsable => Outcome == ProbeOutcome.Usable;
}
