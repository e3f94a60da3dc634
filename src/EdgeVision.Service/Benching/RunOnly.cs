using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Benching;

/// <summary>The floor: the runtime's Run in a bare loop, nothing around it.</summary>
internal sealed class RunOnly : IDisposable
{
    private readonly OrtSession _session;
    private readonly OrtRun _run;

    public RunOnly(VerifiedModel model, int threads)
    {
        _session = OrtSession.Create(OrtLibrary.Load(), model.Bytes, new OrtSessionOptions { IntraOpThreads = threads, Spinning = false });
        _run = _session.CreateRun(new Dictionary<string, long[]> { [_session.Inputs[0].Name] = model.Manifest.Input.Shape() });
        _run.Run();
    }

    /// <summary>Runs per second over the given time.</summary>
    public double Measure(TimeSpan duration)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var runs = 0;
        while (time.GetElapsedTime(started) < duration)
        {
            _run.Run();
            runs++;
        }

        return runs / time.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }
}
