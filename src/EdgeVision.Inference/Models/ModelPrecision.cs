namespace EdgeVision.Inference.Models;

/// <summary>The number type most of a model's weights are computed in.</summary>
public enum ModelPrecision
{
    Fp32,
    Fp16,
    Int8,
}
