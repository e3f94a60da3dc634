namespace EdgeVision.Inference.Decoding;

/// <summary>How a classifier's output becomes scores.</summary>
public enum ClassScore
{
    /// <summary>It gives scores.</summary>
    None,

    /// <summary>Over all classes: a picture shows one of them.</summary>
    Softmax,

    /// <summary>Each class by itself: a picture may show several.</summary>
    Sigmoid,
}
