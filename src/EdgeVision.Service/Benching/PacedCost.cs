using EdgeVision.Core.Ports;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Service.Benching;

/// <summary>
/// Processor time of a frame at a camera's pace: of the whole path and of the runtime's Run alone, in turns within one run. Between
/// frames the processor sleeps, so that each wake of a thread, each timer and each spin shows.
/// </summary>
internal sealed record PacedCost(
    double FloorCpuMs, double PathCpuMs, double Ratio, double PrepareMs, double RunMs, double QueueMs, IReadOnlyDictionary<string, double> CpuMsByThread)
{
    public static async Task<PacedCost> MeasureAsync(
        BareRun floor, IDetector detector, Func<IFrameSource> connect, BenchPlan plan, CancellationToken cancellation)
    {
        var before = await FloorAsync(floor, plan).ConfigureAwait(false);
        var floors = new List<double> { before };
        var ratios = new List<double>();
        var turns = new List<Turn>();
        for (var i = 0; i < plan.PacedTurns; i++)
        {
            var turn = await PathAsync(detector, connect, plan, cancellation).ConfigureAwait(false);
            var after = await FloorAsync(floor, plan).ConfigureAwait(false);
            ratios.Add(turn.CpuMs / ((before + after) / 2));
            turns.Add(turn);
            floors.Add(after);
            before = after;
        }

        // Apart from the turns that count: reading the threads' books is work, and the compiler goes on about it for a while.
        var byThread = (await PathAsync(detector, connect, plan, cancellation, readsThreads: true).ConfigureAwait(false)).ByThread;

        double Median(Func<Turn, double> of) => Percentile.Of([.. turns.Select(of)], .5);
        return new PacedCost(
            Percentile.Of(floors, .5), Median(turn => turn.CpuMs), Percentile.Of(ratios, .5), Median(turn => turn.PrepareMs), Median(turn => turn.RunMs),
            Median(turn => turn.QueueMs), byThread);
    }

    private static Task<double> FloorAsync(BareRun floor, BenchPlan plan) => floor.PacedAsync(plan.PacedFps, plan.PacedWarmUp, plan.PacedFrames);

    private static async Task<Turn> PathAsync(
        IDetector detector, Func<IFrameSource> connect, BenchPlan plan, CancellationToken cancellation, bool readsThreads = false)
    {
        using var path = new BenchPath(detector, connect);
        await path.GoOnAsync(TimeSpan.FromSeconds(plan.PacedWarmUp / plan.PacedFps), cancellation).ConfigureAwait(false);
        var threads = readsThreads ? ThreadTimes.Read() : [];
        var start = path.Sink.Last;
        var end = await path.GoOnAsync(TimeSpan.FromSeconds(plan.PacedFrames / plan.PacedFps), cancellation).ConfigureAwait(false);
        return new Turn(
            end.CpuMsSince(start), path.Sink.PrepareMs, path.Sink.RunMs, path.Sink.QueueMs,
            readsThreads ? ThreadTimes.Since(threads, end.Frames - start.Frames) : new Dictionary<string, double>());
    }

    private readonly record struct Turn(double CpuMs, double PrepareMs, double RunMs, double QueueMs, IReadOnlyDictionary<string, double> ByThread);
}
