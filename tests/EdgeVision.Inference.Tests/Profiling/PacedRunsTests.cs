using EdgeVision.Core.Faults;
using EdgeVision.Inference.Profiling.Measuring;

namespace EdgeVision.Inference.Tests.Profiling;

public class PacedRunsTests
{
    private static readonly TimeSpan Ample = TimeSpan.FromHours(1);
    private readonly JumpingTime _time = new();

    [Fact]
    public async Task Arrivals_come_by_the_clock_and_latency_is_the_runs_time()
    {
        var samples = await Runs(index => 10 + index).AtAsync(fps: 5, arrivals: 4, Ample, CancellationToken.None);
        Assert.Equal([10, 11, 12, 13], samples.LatencyMs);
        Assert.Equal([10, 11, 12, 13], samples.RunMs);
        Assert.Equal(5, samples.OfferedFps);
        Assert.Equal(0.8, samples.Seconds, 9);
    }

    [Fact]
    public async Task A_slow_run_delays_those_behind_it_and_that_counts()
    {
        // Arrivals at 0, 100 and 200 ms; the first takes 250: the second waits 150, the third 60 more than its own 10.
        var samples = await Runs(index => index == 0 ? 250 : 10).AtAsync(fps: 10, arrivals: 3, Ample, CancellationToken.None);
        Assert.Equal([250, 160, 70], samples.LatencyMs);
        Assert.Equal([250, 10, 10], samples.RunMs);
    }

    [Fact]
    public async Task Processor_time_of_the_pause_belongs_to_the_inference_before_it()
    {
        // A processor that works half of the time, whatever runs.
        var start = _time.GetTimestamp();
        var runs = new PacedRuns(new ScriptedAccelerator(_time, _ => 10), _time, () => _time.GetElapsedTime(start) / 2, energy: null);
        var samples = await runs.AtAsync(fps: 5, arrivals: 3, Ample, CancellationToken.None);
        Assert.Equal([100, 100, 100], samples.CpuMs);
    }

    [Fact]
    public async Task Back_to_back_there_is_no_pause()
    {
        var samples = await Runs(_ => 30).FlatOutAsync(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        Assert.Equal([30, 30, 30, 30], samples.LatencyMs);
        Assert.Null(samples.OfferedFps);
        Assert.Equal(0.12, samples.Seconds, 9);
    }

    [Fact]
    public async Task One_run_is_measured_also_when_it_takes_longer_than_the_window() =>
        Assert.Single((await Runs(_ => 5000).FlatOutAsync(TimeSpan.FromMilliseconds(100), CancellationToken.None)).LatencyMs);

    [Fact]
    public async Task A_machine_that_stalls_does_not_hold_the_profile_up()
    {
        var samples = await Runs(_ => 5000).AtAsync(fps: 1, arrivals: 100, TimeSpan.FromSeconds(10), CancellationToken.None);
        Assert.Equal(4, samples.LatencyMs.Count);
    }

    [Fact]
    public async Task A_failed_run_ends_it_with_its_fault()
    {
        var runs = new PacedRuns(new ScriptedAccelerator(_time, _ => 10) { FailsAt = 1 }, _time, () => TimeSpan.Zero, energy: null);
        var failure = await Assert.ThrowsAsync<FaultException>(() => runs.AtAsync(5, 3, Ample, CancellationToken.None));
        Assert.Equal("it fails here", failure.Fault.What);
    }

    private PacedRuns Runs(Func<int, double> milliseconds) => new(new ScriptedAccelerator(_time, milliseconds), _time, () => TimeSpan.Zero, energy: null);
}
