using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>
/// Runs an accelerator at a rate of arrivals. They come by the clock, whether the one before is done or not, and latency counts
/// from the arrival: a slow run delays those behind it, and that shows (Tene's coordinated omission does not occur).
/// </summary>
/// <param name="accelerator">What runs; its first slot is used.</param>
/// <param name="time">The clock of arrivals and latencies.</param>
/// <param name="processor">Processor time so far.</param>
/// <param name="energy">Null without a sensor.</param>
public sealed class PacedRuns(IAccelerator accelerator, TimeProvider time, Func<TimeSpan> processor, EnergyMeter? energy)
{
    private readonly List<double> _latencies = [];
    private readonly List<double> _runs = [];
    private readonly List<double> _work = [];
    private TimeSpan _workedUntil;

    /// <summary>Arrivals at a steady rate.</summary>
    /// <param name="fps">Per second, above 0.</param>
    /// <param name="arrivals">How many, at least 1.</param>
    /// <param name="limit">After twice this time no more arrivals are taken: a machine that stalls does not hold the profile up.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FaultException">A run failed.</exception>
    public async Task<RateSamples> AtAsync(double fps, int arrivals, TimeSpan limit, CancellationToken cancellation)
    {
        var started = Begin();
        var period = TimeSpan.FromSeconds(1 / fps);
        var finished = TimeSpan.Zero;
        for (var arrival = 0; arrival < arrivals && (arrival == 0 || finished < 2 * limit); arrival++)
        {
            var due = arrival * period;
            await WaitAsync(started, due, cancellation).ConfigureAwait(false);
            Work(arrival);

            // A timer's lateness is the harness's fault; a run that is still going on is the accelerator's.
            var arrived = finished > due ? due : time.GetElapsedTime(started);
            finished = await RunAsync(started, arrived).ConfigureAwait(false);
        }

        // The pause after the last one belongs to it: threads that spin do so there too.
        await WaitAsync(started, _latencies.Count * period, cancellation).ConfigureAwait(false);
        return End(fps, started);
    }

    /// <summary>One run after the other, for a time.</summary>
    /// <exception cref="FaultException">A run failed.</exception>
    public async Task<RateSamples> FlatOutAsync(TimeSpan window, CancellationToken cancellation)
    {
        var started = Begin();
        var finished = TimeSpan.Zero;
        for (var run = 0; run == 0 || finished < window; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            Work(run);
            finished = await RunAsync(started, time.GetElapsedTime(started)).ConfigureAwait(false);
        }

        return End(null, started);
    }

    private long Begin()
    {
        _latencies.Clear();
        _runs.Clear();
        _work.Clear();
        energy?.Start();
        _workedUntil = processor();
        return time.GetTimestamp();
    }

    private RateSamples End(double? fps, long started)
    {
        Work(_latencies.Count);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        return new RateSamples(fps, seconds, [.. _latencies], [.. _runs], [.. _work], energy?.Stop(seconds, _latencies.Count));
    }

    /// <summary>Closes the account of the inference before.</summary>
    private void Work(int run)
    {
        var now = processor();
        if (run > 0)
        {
            _work.Add((now - _workedUntil).TotalMilliseconds);
        }

        _workedUntil = now;
    }

    private async Task<TimeSpan> RunAsync(long started, TimeSpan arrived)
    {
        var outcome = await accelerator.Submit(0).ConfigureAwait(false);
        var finished = time.GetElapsedTime(started);
        if (outcome.Fault is { } fault)
        {
            throw new FaultException(fault);
        }

        _latencies.Add((finished - arrived).TotalMilliseconds);
        _runs.Add(outcome.Run.TotalMilliseconds);
        return finished;
    }

    private async Task WaitAsync(long started, TimeSpan due, CancellationToken cancellation)
    {
        var rest = due - time.GetElapsedTime(started);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellation).ConfigureAwait(false);
        }
    }
}
