using System.Runtime.InteropServices;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Profiling;

/// <summary>Measures operating points one after another, each in a bounded time. What does not load or run is told with its reason.</summary>
/// <param name="options">How long.</param>
/// <param name="time">The clock of arrivals and latencies.</param>
public sealed class ProfileRunner(ProfileOptions options, TimeProvider time)
{
    private const int Seed = 1;
    private const int SettlingArrivals = 20;
    private const double SettlingFps = 40;
    private static readonly TimeSpan CalmWindow = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CalmWork = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongRun = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan IdleWindow = TimeSpan.FromSeconds(1);

    private bool _isSettled;

    /// <summary>The energy sensor; null for none.</summary>
    public RaplEnergy? Rapl { get; init; } = RaplEnergy.Open();

    /// <param name="candidates">What to measure.</param>
    /// <param name="progress">Told after each step; may be null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ProfileSamples> RunAsync(
        IReadOnlyList<ProfileCandidate> candidates, IProgress<ProfileProgress>? progress, CancellationToken cancellation)
    {
        var meter = Rapl is null ? null : await EnergyMeter.CreateAsync(Rapl, time, IdleWindow, cancellation).ConfigureAwait(false);
        var points = new List<PointSamples>();
        var unusable = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var steps = options.Rates.Count + 2;
        for (var index = 0; index < candidates.Count; index++)
        {
            var candidate = candidates[index];
            var done = index * steps;
            void Step() => progress?.Report(new ProfileProgress(++done, candidates.Count * steps, candidate.Point));
            try
            {
                points.Add(await MeasureAsync(candidate, meter, Step, cancellation).ConfigureAwait(false));
            }
            catch (FaultException failure)
            {
                unusable[ProfileSamples.NameOf(candidate.Point)] = failure.Fault.ToString();
            }
            catch (OrtException refusal)
            {
                unusable[ProfileSamples.NameOf(candidate.Point)] = $"ONNX Runtime refuses it: {refusal.Message}";
            }
        }

        return new ProfileSamples(points, unusable);
    }

    private async Task<PointSamples> MeasureAsync(ProfileCandidate candidate, EnergyMeter? meter, Action step, CancellationToken cancellation)
    {
        var memory = new ResidentMemory(candidate.Workers);
        memory.StartOver();
        var before = memory.Now();
        var started = time.GetTimestamp();
        using var accelerator = candidate.Open();
        var load = time.GetElapsedTime(started).TotalSeconds;
        Fill(accelerator.Input(0));
        var runs = new PacedRuns(accelerator, time, new CpuTime(candidate.Workers) { CountsOwn = !candidate.WorksOutside }.Read, meter);
        var run = await WarmUpAsync(accelerator).ConfigureAwait(false);
        await SettleAsync(runs, run, cancellation).ConfigureAwait(false);
        step();
        var rates = await MeasureRatesAsync(runs, step, cancellation).ConfigureAwait(false);
        var peak = memory.Peak();
        return new PointSamples(candidate.Point, candidate.Family, load, peak, Math.Max(0, memory.Now() - before), rates);
    }

    /// <summary>Back to back first: it tells which of the paced rates can be kept.</summary>
    private async Task<List<RateSamples>> MeasureRatesAsync(PacedRuns runs, Action step, CancellationToken cancellation)
    {
        var flat = await runs.FlatOutAsync(options.FlatWindow, cancellation).ConfigureAwait(false);
        var capacity = flat.LatencyMs.Count / flat.Seconds;
        step();
        var rates = new List<RateSamples>();
        foreach (var fps in options.Rates)
        {
            if (fps < capacity)
            {
                var arrivals = options.ArrivalsAt(fps);
                rates.Add(await runs.AtAsync(fps, arrivals, TimeSpan.FromSeconds(arrivals / fps), cancellation).ConfigureAwait(false));
            }

            step();
        }

        rates.Add(flat);
        return rates;
    }

    /// <returns>The time that the last run took. One that takes seconds gains nothing from more.</returns>
    private async Task<TimeSpan> WarmUpAsync(IAccelerator accelerator)
    {
        var took = TimeSpan.Zero;
        for (var run = 0; run < options.WarmUps && took < LongRun; run++)
        {
            var started = time.GetTimestamp();
            if ((await accelerator.Submit(0).ConfigureAwait(false)).Fault is { } fault)
            {
                throw new FaultException(fault);
            }

            took = time.GetElapsedTime(started);
        }

        return took;
    }

    /// <summary>A program that has just begun compiles itself anew in the background; that would count as work of the first arrivals.</summary>
    private async Task SettleAsync(PacedRuns runs, TimeSpan run, CancellationToken cancellation)
    {
        // Beside runs that take long it does not show.
        if (!_isSettled && run.TotalSeconds * SettlingFps < 1)
        {
            await runs.AtAsync(SettlingFps, SettlingArrivals, TimeSpan.FromSeconds(SettlingArrivals / SettlingFps), cancellation).ConfigureAwait(false);
            await CalmDownAsync(cancellation).ConfigureAwait(false);
            _isSettled = true;
        }
    }

    private async Task CalmDownAsync(CancellationToken cancellation)
    {
        var (started, calm) = (time.GetTimestamp(), 0);
        while (calm < 2 && time.GetElapsedTime(started) < options.MostCalmDown)
        {
            var before = Environment.CpuUsage.TotalTime;
            await Task.Delay(CalmWindow, time, cancellation).ConfigureAwait(false);
            calm = Environment.CpuUsage.TotalTime - before < CalmWork ? calm + 1 : 0;
        }
    }

    /// <summary>Zeros would run through faster adders on some hardware.</summary>
    private static void Fill(NativeTensor input)
    {
        var random = new Random(Seed);
        if (input.ElementType != TensorElementType.Float32)
        {
            random.NextBytes(input.Bytes);
            return;
        }

        foreach (ref var value in MemoryMarshal.Cast<byte, float>(input.Bytes))
        {
            value = random.NextSingle();
        }
    }
}
