using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>What the tensors of one group held in one run, until it is disposed.</summary>
internal sealed class TappedValues(OrtRun run, string input, IReadOnlyDictionary<string, int> outputs, IReadOnlyList<string> tensors) : IDisposable
{
    public IReadOnlyList<string> Tensors => tensors;

    public ReadOnlySpan<float> Of(string tensor) =>
        tensor == input ? run.Inputs[0].AsFloats() : run.Output<float>(outputs[tensor]);

    public void Dispose() => run.Dispose();
}
