namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>The 8 bits of activations. Weights are always signed.</summary>
public enum ActivationType
{
    /// <summary>0..255: the fast one on x86 (measured 3.4 times as fast as signed with VNNI).</summary>
    U8,

    /// <summary>-128..127, for accelerators that know nothing else, and ARM where it measures faster.</summary>
    S8,
}
