using EdgeVision.Core.Ports;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Service.Benching;

/// <summary>
/// Frames per second of the whole path beside the floor's. They take turns within one run, each turn of the path between two of
/// the floor, so that a machine that slows down slows both; the medians of the turns count.
/// </summary>
internal sealed record Throughput(
    double FloorFps, double PathFps, double Ratio, double SteadyRatio, double PrepareMs, double RunMs, double DecodeMs, double CpuMs, double AllocatedBytes)
{
    public static async Task<Throughput> MeasureAsync(
        BareRun floor, IDetector detector, Func<IFrameSource> connect, BenchPlan plan, CancellationToken cancellation)
    {
        var before = await floor.FlatOutAsync(plan.Turn).ConfigureAwait(false);
        var floors = new List<double> { before.Fps };
        var (ratios, steady) = (new List<double>(), new List<double>());
        var turns = new List<Turn>();
        for (var i = 0; i < plan.Turns; i++)
        {
            var turn = await PathAsync(detector, connect, plan, cancellation).ConfigureAwait(false);
            var after = await floor.FlatOutAsync(plan.Turn).ConfigureAwait(false);
            ratios.Add(turn.Fps / ((before.Fps + after.Fps) / 2));
            steady.Add((before.IntervalMs + after.IntervalMs) / 2 / turn.IntervalMs);
            turns.Add(turn);
            floors.Add(after.Fps);
            before = after;
        }

        double Median(Func<Turn, double> of) => Percentile.Of([.. turns.Select(of)], .5);
        return new Throughput(
            Percentile.Of(floors, .5), Median(turn => turn.Fps), Percentile.Of(ratios, .5), Percentile.Of(steady, .5), Median(turn => turn.PrepareMs),
            Median(turn => turn.RunMs), Median(turn => turn.DecodeMs), Median(turn => turn.CpuMs), turns.Min(turn => turn.AllocatedBytes));
    }

    private static async Task<Turn> PathAsync(IDetector detector, Func<IFrameSource> connect, BenchPlan plan, CancellationToken cancellation)
    {
        using var path = new BenchPath(detector, connect);
        await path.GoOnAsync(plan.WarmUp, cancellation).ConfigureAwait(false);
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = path.Sink.Last;
        var end = await path.GoOnAsync(plan.Turn, cancellation).ConfigureAwait(false);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Turn(
            end.FpsSince(start), path.Sink.IntervalMs, end.CpuMsSince(start), (double)allocated / (end.Frames - start.Frames), path.Sink.PrepareMs, path.Sink.RunMs,
            path.Sink.DecodeMs);
    }

    private readonly record struct Turn(double Fps, double IntervalMs, double CpuMs, double AllocatedBytes, double PrepareMs, double RunMs, double DecodeMs);
}
