namespace EdgeVision.ModelTools.Quantization;

/// <summary>What numbers the quantized model takes.</summary>
public enum PixelInput
{
    /// <summary>The pixels as they are (uint8) where normalisation folds into the first layer, else as the float model.</summary>
    Auto,

    /// <summary>Normalised floats, as the float model.</summary>
    Normalized,

    /// <summary>The pixels as they are; refused where the normalisation does not fold.</summary>
    Bytes,
}
