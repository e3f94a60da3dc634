namespace EdgeVision.Inference.Decoding;

/// <summary>Elements of one output that lie in a known range whatever the picture: runs of neighbours at a fixed step.</summary>
/// <param name="Output">Index of the output in <see cref="IDecoder.Outputs"/>.</param>
/// <param name="First">Index of the first element.</param>
/// <param name="Count">Neighbours from there, at least 1.</param>
/// <param name="Step">Elements from one run's first to the next one's; 0 when there is one run only.</param>
/// <param name="Least">The least value.</param>
/// <param name="Most">The greatest value.</param>
public sealed record OutputRange(int Output, int First, int Count, int Step, float Least, float Most)
{
    /// <summary>Confidences, which are 0..1 but for a quantized model's rounding.</summary>
    public static OutputRange Scores(int output, int first, int count, int step = 0) => new(output, first, count, step, -0.05f, 1.05f);
}
