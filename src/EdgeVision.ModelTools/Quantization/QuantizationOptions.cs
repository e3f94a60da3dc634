using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Qdq;

namespace EdgeVision.ModelTools.Quantization;

/// <summary>How a model is quantized. The defaults suit a detector on this machine.</summary>
public sealed record QuantizationOptions
{
    public QuantizationTarget Target { get; init; }

    public PixelInput Input { get; init; }

    /// <summary>How ranges are chosen; null tries all of <see cref="RangeChoice.All"/> and keeps the one that agrees best with the float model.</summary>
    public RangeChoice? Ranges { get; init; }

    public ActivationType Activations { get; init; }

    public bool PerChannel { get; init; } = true;

    /// <summary>Weights of 7 bits; null where this processor needs them (x86 without VNNI).</summary>
    public bool? ReduceRange { get; init; }

    /// <summary>
    /// Cross-layer equalization: evens out the channels' weight ranges before they are rounded. Null tries both: a gain of some hundredths
    /// of agreement for YuNet, a loss for others.
    /// </summary>
    public bool? Equalize { get; init; }

    /// <summary>Bias correction: takes out the mean shift that rounding gives each channel; kept only where it helps.</summary>
    public bool CorrectBias { get; init; } = true;

    /// <summary>Threads in the measured runs, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Pictures of the calibration set that the search compares detections on, at least 1.</summary>
    public int SearchPictures { get; init; } = 64;

    /// <summary>Most models that the search may measure, at least 1; a third more when labels refuse what it found.</summary>
    public int MaxTrials { get; init; } = 32;

    /// <summary>Names of nodes that stay float whatever the search finds.</summary>
    public IReadOnlyList<string> FloatNodes { get; init; } = [];

    /// <summary>What the result must keep to be accepted.</summary>
    public Acceptance.AcceptanceLimits Limits { get; init; } = new();
}
