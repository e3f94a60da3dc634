namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>How ranges become numbers of 8 bits.</summary>
public sealed record QdqOptions
{
    public ActivationType Activations { get; init; }

    /// <summary>One weight scale for each output channel, else one for the tensor.</summary>
    public bool PerChannel { get; init; } = true;

    /// <summary>
    /// Weights in 7 bits (-64..64): x86 without VNNI multiplies pairs into 16 bits and saturates with 8.
    /// </summary>
    public bool ReduceRange { get; init; }
}
