namespace EdgeVision.Inference.Decoding;

/// <summary>How a set prediction's logits become scores.</summary>
public enum SetScore
{
    /// <summary>Each class by itself; a query may give several detections.</summary>
    Sigmoid,

    /// <summary>Over the classes and "no object", which is the last column; a query gives its best class.</summary>
    Softmax,
}
