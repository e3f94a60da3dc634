using System.Diagnostics;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Inference.Profiling.Roofline;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Benching;

/// <summary>
/// Compares the whole path with the bare runtime, in turns within one run, so that a machine that slows down slows
/// both; the medians of the turns count.
/// </summary>
internal static class Bench
{
    private const int Turns = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static async Task<BenchJson> RunAsync(VerifiedModel model, IDetector detector, int threads, string video, AcceleratorFacts facts, CancellationToken cancellation)
    {
        using var floor = new RunOnly(model, threads);
        var runOnly = new List<double>();
        var turns = new List<PathTurn>();
        var joules = new List<double>();
        var meter = RaplEnergy.Open() is { } rapl ? await EnergyMeter.CreateAsync(rapl, TimeProvider.System, Turn, cancellation).ConfigureAwait(false) : null;
        for (var i = 0; i < Turns; i++)
        {
            meter?.Start();
            runOnly.Add(floor.Measure(Turn));
            if (meter?.Stop(Turn.TotalSeconds, Math.Max(1, (int)(runOnly[^1] * Turn.TotalSeconds))) is { Joules: > 0 } energy)
            {
                joules.Add(energy.Joules);
            }

            turns.Add(await MeasurePathAsync(detector, video, cancellation).ConfigureAwait(false));
        }

        var floorFps = Median(runOnly);
        var pathFps = Median(turns.Select(turn => turn.Fps));
        var achieved = AchievedBy(model, threads, floorFps, cancellation);
        return new BenchJson(
            model.Manifest.Name, threads, Math.Round(floorFps, 2), Math.Round(pathFps, 2), Math.Round(Median(turns.Zip(runOnly, (turn, floorTurn) => turn.Fps / floorTurn)), 4),
            Math.Round(Median(turns.Select(turn => turn.PrepareMs)), 3), Math.Round(Median(turns.Select(turn => turn.DecodeMs)), 3),
            Math.Round(Median(turns.Select(turn => turn.CpuMs)), 2), Math.Round(turns.Min(turn => turn.AllocatedBytes), 1),
            Math.Round(achieved.Gops, 2), Rounded(achieved.ComputeShare), joules.Count > 0 ? Rounded(1 / Median(joules)) : null,
            Rounded(floorFps / facts.Watts), Rounded(floorFps / facts.Price), facts.Price is null ? null : facts.Currency);
    }

    private static (double Gops, double? ComputeShare) AchievedBy(VerifiedModel model, int threads, double fps, CancellationToken cancellation)
    {
        var graph = GraphCosts.Of(OrtLibrary.Load(), model);
        var peak = new RoofMeter(TimeProvider.System).Measure([threads], cancellation)[0];
        return (AchievedFigures.GopsOf(graph, fps), AchievedFigures.LeastSeconds(graph, peak) * fps);
    }

    private static async Task<PathTurn> MeasurePathAsync(IDetector detector, string video, CancellationToken cancellation)
    {
        using var path = new PathRun(detector, video);
        await Task.Delay(WarmUp, cancellation).ConfigureAwait(false);
        using var self = Process.GetCurrentProcess();
        var (frames, cpu, bytes, started) = (path.Frames, self.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        await Task.Delay(Turn, cancellation).ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        self.Refresh();
        var count = Math.Max(1, path.Frames - frames);
        return new PathTurn(
            count / seconds, (self.TotalProcessorTime - cpu).TotalMilliseconds / count, (double)allocated / count, path.Stages.PrepareMs, path.Stages.DecodeMs);
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private readonly record struct PathTurn(double Fps, double CpuMs, double AllocatedBytes, double PrepareMs, double DecodeMs);
}
