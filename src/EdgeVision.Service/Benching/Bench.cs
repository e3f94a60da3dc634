using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Ports;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Inference.Profiling.Roofline;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Composition;

namespace EdgeVision.Service.Benching;

/// <summary>Compares the whole path with the bare runtime: flat out, at a camera's pace, and from a video.</summary>
internal static class Bench
{
    /// <param name="model">What runs.</param>
    /// <param name="detector">The same, opened.</param>
    /// <param name="threads">Within one inference, of both.</param>
    /// <param name="video">A video file, measured beside the frames in memory; null for none.</param>
    /// <param name="facts">Watts and price of what runs it.</param>
    /// <param name="plan">How long.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<BenchJson> RunAsync(
        VerifiedModel model, IDetector detector, int threads, string? video, AcceleratorFacts facts, BenchPlan plan, CancellationToken cancellation)
    {
        var frames = BenchFrames.Render();
        var energy = RaplEnergy.Open() is { } rapl
            ? await EnergyMeter.CreateAsync(rapl, TimeProvider.System, plan.Turn, cancellation).ConfigureAwait(false) : null;
        using var floor = new BareRun(model, threads, energy);
        var flatOut = await Throughput.MeasureAsync(floor, detector, () => new MemorySource(frames, null), plan, cancellation).ConfigureAwait(false);
        var paced = await PacedCost.MeasureAsync(floor, detector, () => new MemorySource(frames, plan.PacedFps), plan, cancellation).ConfigureAwait(false);
        var fromVideo = video is null ? null : await Throughput.MeasureAsync(floor, detector, FromVideo(video), plan, cancellation).ConfigureAwait(false);
        var achieved = AchievedBy(model, threads, flatOut.FloorFps, cancellation);
        return new BenchJson(
            model.Manifest.Name, threads, Math.Round(flatOut.FloorFps, 2), Math.Round(flatOut.PathFps, 2), Math.Round(flatOut.Ratio, 4),
            Math.Round(flatOut.PrepareMs, 3), Math.Round(flatOut.DecodeMs, 3), Math.Round(flatOut.CpuMs, 2), Math.Round(flatOut.AllocatedBytes, 1),
            Math.Round(achieved.Gops, 2), Rounded(achieved.ComputeShare), Rounded(1 / floor.JoulesPerRun),
            Rounded(flatOut.FloorFps / facts.Watts), Rounded(flatOut.FloorFps / facts.Price), facts.Price is null ? null : facts.Currency,
            Math.Round(flatOut.RunMs, 3), Math.Round(flatOut.SteadyRatio, 4),
            new BenchPacedJson(
                plan.PacedFps, Math.Round(paced.FloorCpuMs, 3), Math.Round(paced.PathCpuMs, 3), Math.Round(paced.Ratio, 4),
                Math.Round(paced.PrepareMs, 3), Math.Round(paced.RunMs, 3), Math.Round(paced.QueueMs, 3), paced.CpuMsByThread),
            fromVideo is null ? null : new BenchVideoJson(Math.Round(fromVideo.PathFps, 2), Math.Round(fromVideo.Ratio, 4)));
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;

    private static Func<IFrameSource> FromVideo(string file) => CameraKinds.Connector(
        "bench", SourceSpec.Parse(file), new CaptureOptions { Pace = CapturePace.Asap, Loop = true }, null, TimeProvider.System);

    private static (double Gops, double? ComputeShare) AchievedBy(VerifiedModel model, int threads, double fps, CancellationToken cancellation)
    {
        var graph = GraphCosts.Of(OrtLibrary.Load(), model);
        var peak = new RoofMeter(TimeProvider.System).Measure([threads], cancellation)[0];
        return (AchievedFigures.GopsOf(graph, fps), AchievedFigures.LeastSeconds(graph, peak) * fps);
    }
}
