using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Profiling.Measuring;

/// <summary>Energy of windows of time above what the machine draws when idle.</summary>
/// <param name="rapl">The sensor.</param>
/// <param name="idleWatts">Drawn by the idle machine.</param>
public sealed class EnergyMeter(RaplEnergy rapl, double idleWatts)
{
    private double _start;

    /// <summary>Measures what the idle machine draws.</summary>
    /// <param name="rapl">The sensor.</param>
    /// <param name="time">The clock.</param>
    /// <param name="window">How long to look.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<EnergyMeter> CreateAsync(RaplEnergy rapl, TimeProvider time, TimeSpan window, CancellationToken cancellation)
    {
        var (joules, started) = (rapl.ReadJoules(), time.GetTimestamp());
        await Task.Delay(window, time, cancellation).ConfigureAwait(false);
        return new EnergyMeter(rapl, (rapl.ReadJoules() - joules) / time.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Begins a window.</summary>
    public void Start() => _start = rapl.ReadJoules();

    /// <summary>Ends the window. Each of its ends may be off by what is drawn in one period of the counter.</summary>
    /// <param name="seconds">Its length.</param>
    /// <param name="inferences">In it, at least 1.</param>
    public MeasuredEnergy Stop(double seconds, int inferences)
    {
        var drawn = rapl.ReadJoules() - _start;
        var error = 2 * RaplEnergy.PeriodSeconds * drawn / seconds;
        return new MeasuredEnergy(Math.Max(0, drawn - (idleWatts * seconds)) / inferences, error / inferences, rapl.Source);
    }
}
