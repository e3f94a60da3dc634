namespace EdgeVision.Inference.Decoding;

/// <summary>The output tensors of one finished run, in the order of <see cref="IDecoder.Outputs"/>.</summary>
public interface ITensorOutputs
{
    /// <summary>All elements of one output, row-major; valid until the slot is submitted again.</summary>
    ReadOnlySpan<float> Floats(int index);
}
