namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>Where a provider's code lies.</summary>
public enum ProviderPlace
{
    /// <summary>Within the ONNX Runtime library, when it was built with it.</summary>
    Compiled,

    /// <summary>In a library of its own, which ONNX Runtime loads from beside itself.</summary>
    Beside,
}
