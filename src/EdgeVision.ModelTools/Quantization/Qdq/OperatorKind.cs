namespace EdgeVision.ModelTools.Quantization.Qdq;

/// <summary>How an operator is quantized.</summary>
internal enum OperatorKind
{
    /// <summary>ONNX Runtime has no integer kernel for it.</summary>
    Float,

    /// <summary>Conv, Gemm, MatMul with constant weights.</summary>
    Weighted,

    /// <summary>Computes with every input: Add, Mul, Sigmoid, pools.</summary>
    Arithmetic,

    /// <summary>Its output is its inputs one after another.</summary>
    Concat,

    /// <summary>Picks or moves elements, so that input and outputs share their 8 bits.</summary>
    Movement,

    /// <summary>Relu and Clip: nothing is left of them where the 8 bits begin at zero.</summary>
    Clamp,
}
