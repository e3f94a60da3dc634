namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>What looking into a model may cost.</summary>
public sealed record TapOptions
{
    /// <summary>Bytes of tapped values held at once; more are taken in several runs of the same picture.</summary>
    public long LimitBytes { get; init; } = 48L << 20;

    /// <summary>Threads inside one operator; 0 takes every core.</summary>
    public int Threads { get; init; }
}
