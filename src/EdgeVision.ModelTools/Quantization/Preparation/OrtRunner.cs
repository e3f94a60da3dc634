using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Opens and runs models for their facts: as they are written, without optimisation, on zeros.</summary>
internal sealed class OrtRunner(OrtLibrary library, CancellationToken cancellation)
{
    private static readonly OrtSessionOptions AsWritten = new()
    {
        GraphOptimization = OrtGraphOptimization.None,
        CpuMemoryArena = false,
        MemoryPattern = false,
        LogSeverity = OrtSeverity.Error,
    };

    public OrtSession Open(OnnxModel model)
    {
        cancellation.ThrowIfCancellationRequested();
        return OrtSession.Create(library, OnnxWriter.Write(model), AsWritten);
    }

    /// <summary>Runs a model with fixed inputs; the outputs are good while the reader reads.</summary>
    public void Run(OrtSession session, Action<OrtRun> read)
    {
        cancellation.ThrowIfCancellationRequested();
        var inputs = session.Inputs.Select(input => NativeTensor.Allocate(library, input.ElementType, input.Shape)).ToList();
        try
        {
            using var run = session.Bind(inputs, new NativeTensor?[session.Outputs.Count]);
            using var stop = cancellation.Register(run.Cancel);
            run.Run();
            read(run);
        }
        finally
        {
            inputs.ForEach(static input => input.Dispose());
        }
    }
}
