using EdgeVision.Inference.Decoding;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>One input and its outputs, bound once: write <see cref="Input"/>, <see cref="Run"/>, read <see cref="Floats"/>.</summary>
public sealed class SessionSlot : ITensorOutputs, IDisposable
{
    private readonly OrtRun _run;
    private readonly int[] _outputIndexes;

    internal SessionSlot(OrtRun run, int[] outputIndexes)
    {
        _run = run;
        _outputIndexes = outputIndexes;
        Input = run.Inputs[0];
    }

    /// <summary>The memory that ONNX Runtime reads.</summary>
    public NativeTensor Input { get; }

    /// <exception cref="OrtException">The library or its provider failed.</exception>
    public void Run() => _run.Run();

    public ReadOnlySpan<float> Floats(int index) => _run.Output<float>(_outputIndexes[index]);

    public void Dispose() => _run.Dispose();
}
