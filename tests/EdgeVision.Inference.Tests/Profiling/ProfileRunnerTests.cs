using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Offloading;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Workers;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Inference.Tests.Profiling;

public class ProfileRunnerTests
{
    private readonly JumpingTime _time = new();

    [SkippableFact]
    public async Task Every_rate_that_can_be_kept_is_measured_and_back_to_back_last()
    {
        var samples = await Runner().RunAsync([Candidate("fast", 10), Candidate("slow", 150)], null, CancellationToken.None);
        Assert.Equal([1, 5, 15, null], samples.Points[0].Rates.Select(rate => rate.OfferedFps));
        Assert.Equal([1, 5, null], samples.Points[1].Rates.Select(rate => rate.OfferedFps));
        Assert.All(samples.Points[0].Rates, rate => Assert.All(rate.LatencyMs, latency => Assert.Equal(10, latency)));
        Assert.Equal([5, 15, 45], samples.Points[0].Rates.SkipLast(1).Select(rate => rate.LatencyMs.Count));
    }

    [SkippableFact]
    public async Task A_point_takes_a_bounded_time()
    {
        var started = _time.GetTimestamp();
        await Runner().RunAsync([Candidate("fast", 10)], null, CancellationToken.None);
        Assert.InRange(_time.GetElapsedTime(started), TimeSpan.FromSeconds(13), TimeSpan.FromSeconds(19));
        started = _time.GetTimestamp();
        await Runner(ProfileOptions.Quick).RunAsync([Candidate("fast", 10)], null, CancellationToken.None);
        Assert.InRange(_time.GetElapsedTime(started), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3.7));
    }

    [SkippableFact]
    public async Task What_does_not_load_or_run_is_told_and_the_others_are_measured()
    {
        var fails = new ScriptedAccelerator(_time, _ => 10, Input()) { FailsAt = 7 };
        ProfileCandidate[] candidates =
        [
            new(Point("absent"), AcceleratorFamily.Npu, () => throw new FaultException(new Fault(FaultCode.AcceleratorMissing, "accelerator absent", "no library", "install it"))),
            new(Point("failing"), AcceleratorFamily.Gpu, () => fails), Candidate("fast", 10),
        ];
        var samples = await Runner().RunAsync(candidates, null, CancellationToken.None);
        Assert.Equal("fast", Assert.Single(samples.Points).Point.Accelerator);
        Assert.Equal("accelerator absent: no library; install it", samples.Unusable["absent x1"]);
        Assert.Equal("scripted: it fails here", samples.Unusable["failing x1"]);
        Assert.True(fails.IsDisposed);
    }

    [SkippableFact]
    public async Task Progress_ends_with_all_steps_done()
    {
        var seen = new List<ProfileProgress>();
        await Runner().RunAsync([Candidate("fast", 10), Candidate("slow", 150)], new Inline(seen), CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 10), seen.Select(one => one.Done));
        Assert.All(seen, one => Assert.Equal(10, one.Total));
    }

    [SkippableFact]
    public async Task A_real_model_is_measured_and_chosen_from()
    {
        var model = RealModels.Need(ShippedModel.Name);
        var opener = new AcceleratorOpener(
            Ort.Need(), new WorkerAcceleratorFactory(new WorkerSetup { Command = new WorkerCommand("false", []) }, TimeProvider.System), null, TimeProvider.System, NullLogger.Instance);
        var candidates = OfferPoints.Of(model, AcceleratorOffer.Processor, [1, 2], spinning: true)
            .Select(point => opener.ToMeasure(model, AcceleratorOffer.Processor, point, CancellationToken.None)).ToList();
        Assert.Equal([(1, false), (2, false), (2, true)], candidates.Select(one => (one.Point.Threads, one.Point.Spinning)));
        var options = new ProfileOptions { Rates = [20], Window = TimeSpan.FromMilliseconds(100), FlatWindow = TimeSpan.FromMilliseconds(100), LeastArrivals = 2 };
        var samples = await new ProfileRunner(options, TimeProvider.System).RunAsync(candidates, null, CancellationToken.None);
        Assert.Empty(samples.Unusable);
        var table = TableFit.Fit(samples, SampleTables.Head with { Key = SampleTables.Key with { ModelSha256 = model.Manifest.Sha256 } });
        Assert.Equal(3, TableFile.Parse(TableFile.Text(table)).Points.Count);
        Assert.All(table.Points, point => Assert.True(point.Cost.FlatOut.CpuSeconds > 0 && point.Cost.PeakRssBytes > 10 << 20));
        var decision = OffloadChoice.Choose(table.Points, OffloadPolicy.Auto, [new CameraDemand("c", 5, TimeSpan.FromSeconds(5))]);
        Assert.False(decision.Chosen.Spinning);
    }

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(4, new[] { 1, 2, 3, 4 })]
    [InlineData(9, new[] { 1, 2, 3, 4, 6, 8, 9 })]
    public void Thread_counts_thin_out(int processors, int[] counts) => Assert.Equal(counts, OfferPoints.ThreadCounts(processors));

    private static OperatingPoint Point(string accelerator) => new("net", new string('a', 64), new PictureSize(8, 8), accelerator, 1, false);

    private static NativeTensor Input() => NativeTensor.Allocate(Ort.Need(), TensorElementType.Float32, [1, 3, 8, 8]);

    private ProfileRunner Runner(ProfileOptions? options = null) => new(options ?? ProfileOptions.Full, _time) { Rapl = null };

    private ProfileCandidate Candidate(string accelerator, double milliseconds) =>
        new(Point(accelerator), AcceleratorFamily.Cpu, () => new ScriptedAccelerator(_time, _ => milliseconds, Input()));

    private sealed class Inline(List<ProfileProgress> seen) : IProgress<ProfileProgress>
    {
        public void Report(ProfileProgress value) => seen.Add(value);
    }
}
