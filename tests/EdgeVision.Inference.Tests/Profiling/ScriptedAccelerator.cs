using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Decoding;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Tests.Profiling;

/// <summary>Takes the time it is told, on a clock of the test's.</summary>
internal sealed class ScriptedAccelerator(JumpingTime time, Func<int, double> milliseconds, NativeTensor? input = null) : IAccelerator
{
    public int Runs { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>The run that fails, counted from 0.</summary>
    public int FailsAt { get; init; } = -1;

    public int Slots => 1;

    public NativeTensor Input(int slot) => input ?? throw new NotSupportedException();

    public ITensorOutputs Outputs(int slot) => throw new NotSupportedException();

    public ValueTask<InferenceOutcome> Submit(int slot)
    {
        var took = TimeSpan.FromMilliseconds(milliseconds(Runs));
        time.Advance(took);
        var fault = Runs++ == FailsAt ? new Fault(FaultCode.InferenceFailed, "scripted", "it fails here") : null;
        return ValueTask.FromResult(new InferenceOutcome(took, fault));
    }

    public void Dispose()
    {
        IsDisposed = true;
        input?.Dispose();
    }
}
