using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Profiling.Roofline;

/// <summary>Measures the roofs of this machine (Williams, Waterman and Patterson, CACM 52(4), 2009): multiply-adds and memory.</summary>
/// <param name="time">The clock.</param>
public sealed class RoofMeter(TimeProvider time)
{
    private const int Rounds = 20_000;
    private const int Turns = 3;
    private const double BestTenth = 0.9;
    private const float Seed = 0.5f;
    private static readonly TimeSpan Slice = TimeSpan.FromMicroseconds(500);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(50);

    /// <summary>Bytes of the three arrays for all threads together: beyond the caches of edge devices, and little of their memory.</summary>
    public long ArrayBytes { get; init; } = 96 << 20;

    /// <summary>Measures for each number of threads; about half a second each.</summary>
    /// <param name="threads">Each at least 1.</param>
    /// <param name="cancellation">Ends it early.</param>
    public IReadOnlyList<MachinePeak> Measure(IEnumerable<int> threads, CancellationToken cancellation)
    {
        var peaks = new List<MachinePeak>();
        foreach (var count in threads.Distinct().Order())
        {
            cancellation.ThrowIfCancellationRequested();
            var elements = (int)Math.Max(1 << 16, ArrayBytes / MemoryTriad.BytesPerElement / count);
            var triads = new MemoryTriad[count];
            peaks.Add(new MachinePeak(
                count,
                Best(count, static index => ComputePeak.Floats(Rounds, Seed, out _)),
                ComputePeak.HasInt8 ? Best(count, static index => ComputePeak.Integers(Rounds, 1, out _)) : null,
                Best(count, index => (triads[index] ??= new MemoryTriad(elements)).Run(Seed))));
        }

        return peaks;
    }

    /// <summary>The best turn counts, and of each thread its best tenth of slices: what disturbs only ever slows down.</summary>
    /// <param name="threads">How many work side by side.</param>
    /// <param name="work">Does a little, on the thread with that index, and says how much.</param>
    private double Best(int threads, Func<int, long> work)
    {
        var best = 0.0;
        for (var turn = 0; turn < Turns; turn++)
        {
            best = Math.Max(best, OneTurn(threads, work));
        }

        return best;
    }

    private double OneTurn(int threads, Func<int, long> work)
    {
        var rates = new double[threads];
        using var start = new Barrier(threads);
        var all = Enumerable.Range(0, threads).Select(index => new Thread(() => rates[index] = Rate(start, index, work)) { IsBackground = true }).ToList();
        all.ForEach(static thread => thread.Start());
        all.ForEach(static thread => thread.Join());
        return rates.Sum();
    }

    private double Rate(Barrier start, int index, Func<int, long> work)
    {
        // Touches the memory and lets the compiler finish before the clock runs.
        work(index);
        start.SignalAndWait();
        var rates = new List<double>();
        var started = time.GetTimestamp();
        while (rates.Count == 0 || time.GetElapsedTime(started) < Turn)
        {
            rates.Add(SliceRate(index, work));
        }

        return Percentile.Of(rates, BestTenth);
    }

    private double SliceRate(int index, Func<int, long> work)
    {
        var started = time.GetTimestamp();
        var done = 0L;
        TimeSpan elapsed;
        do
        {
            done += work(index);
            elapsed = time.GetElapsedTime(started);
        }
        while (elapsed < Slice);
        return done / elapsed.TotalSeconds;
    }
}
