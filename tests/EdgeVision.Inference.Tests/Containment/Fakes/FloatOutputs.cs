using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>Outputs that a test sets.</summary>
internal sealed class FloatOutputs(params float[][] outputs) : ITensorOutputs
{
    public float[] Values => outputs[0];

    public ReadOnlySpan<float> Floats(int index) => outputs[index];
}
