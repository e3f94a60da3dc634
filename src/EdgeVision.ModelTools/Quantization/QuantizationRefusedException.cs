namespace EdgeVision.ModelTools.Quantization;

/// <summary>A model cannot be quantized.</summary>
public sealed class QuantizationRefusedException : Exception
{
    /// <param name="node">The node that stands in the way, as "Conv 'backbone/conv1'"; "" when it is the model as a whole.</param>
    /// <param name="reason">Why, and where there is one, what to do.</param>
    public QuantizationRefusedException(string node, string reason)
        : base(node.Length == 0 ? reason : $"{node}: {reason}")
    {
        Node = node;
        Reason = reason;
    }

    public string Node { get; }

    public string Reason { get; }
}
