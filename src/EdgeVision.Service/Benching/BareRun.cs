using EdgeVision.Core.Pipeline;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Benching;

/// <summary>The floor: the runtime's Run in a bare loop on one thread, nothing around it.</summary>
internal sealed class BareRun : IDisposable
{
    private readonly OrtSession _session;
    private readonly OrtRun _run;

    private readonly EnergyMeter? _energy;
    private readonly List<double> _joules = [];

    /// <param name="model">What runs.</param>
    /// <param name="threads">Within one run.</param>
    /// <param name="energy">Null without a sensor.</param>
    public BareRun(VerifiedModel model, int threads, EnergyMeter? energy)
    {
        _energy = energy;
        _session = OrtSession.Create(OrtLibrary.Load(), model.Bytes, new OrtSessionOptions { IntraOpThreads = threads, Spinning = false });
        _run = _session.CreateRun(new Dictionary<string, long[]> { [_session.Inputs[0].Name] = model.Manifest.Input.Shape() });
        _run.Run();
    }

    /// <summary>Median of the turns back to back, above idle; null when none was measured.</summary>
    public double? JoulesPerRun => _joules.Count > 0 ? Percentile.Of(_joules, .5) : null;

    /// <summary>Runs back to back for the given time: how many per second, and the median from one's end to the next one's, in ms.</summary>
    public Task<(double Fps, double IntervalMs)> FlatOutAsync(TimeSpan duration) => OnItsOwnThreadAsync(() =>
    {
        var time = TimeProvider.System;
        var intervals = new LatencyWindow();
        _run.Run();
        _energy?.Start();
        var start = BenchMark.Now(0);
        var (runs, last) = (0, start.Time);
        while (time.GetElapsedTime(start.Time) < duration)
        {
            _run.Run();
            runs++;
            var now = time.GetTimestamp();
            intervals.Add(time.GetElapsedTime(last, now));
            last = now;
        }

        var end = BenchMark.Now(runs);
        if (_energy?.Stop(time.GetElapsedTime(start.Time, end.Time).TotalSeconds, runs) is { Joules: > 0 } energy)
        {
            _joules.Add(energy.Joules);
        }

        return (end.FpsSince(start), intervals.Percentile(.5) ?? 0);
    });

    /// <summary>Processor time of this process per run, in ms, at a steady rate.</summary>
    public Task<double> PacedAsync(double fps, int warmUp, int runs) => OnItsOwnThreadAsync(() =>
    {
        using var pace = new PaceTimer(fps);
        BenchMark start = default;
        for (var i = -warmUp; i < runs; i++)
        {
            pace.Wait(out _);
            _run.Run();
            if (i == -1)
            {
                start = BenchMark.Now(0);
            }
        }

        return BenchMark.Now(runs).CpuMsSince(start);
    });

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    /// <summary>Not on the thread pool, which would look after a worker that is busy for seconds, at a cost.</summary>
    private static Task<T> OnItsOwnThreadAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
