namespace EdgeVision.ModelTools.Quantization;

/// <summary>What the search for mixed precision goes for.</summary>
public enum QuantizationTarget
{
    /// <summary>The fastest model that keeps the accuracy limit, then the accuracy that costs little.</summary>
    Balanced,

    /// <summary>The fastest model that keeps the accuracy limit.</summary>
    Latency,

    /// <summary>The most accurate model that is no slower than the float one.</summary>
    Accuracy,
}
