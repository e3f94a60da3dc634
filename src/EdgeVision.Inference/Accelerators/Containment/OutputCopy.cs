using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Outputs in memory of our own: what is read here cannot be changed or taken away by the accelerator that gave it.
/// </summary>
/// <param name="lengths">Elements of each output.</param>
internal sealed class OutputCopy(IReadOnlyList<int> lengths) : ITensorOutputs
{
    private readonly float[][] _outputs = [.. lengths.Select(length => new float[length])];

    public ReadOnlySpan<float> Floats(int index) => _outputs[index];

    /// <summary>Where an output is to be copied to.</summary>
    public Span<float> Room(int index) => _outputs[index];
}
