using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Inference.Profiling.Tables;

namespace EdgeVision.Inference.Tests.Profiling;

public class TableFitTests
{
    [Fact]
    public void Costs_are_the_samples_percentiles_and_means()
    {
        var rate = TableFit.Cost(SampleTables.Point("npu", 1, 10, AcceleratorFamily.Npu)).Cost.Rates[1];
        Assert.Equal((5, 4, 11, 13), (rate.OfferedFps!.Value, rate.Inferences, rate.P50Ms, rate.P95Ms));
        Assert.Equal(0.020, rate.CpuSeconds, 9);
        Assert.Equal(0.010, rate.DeviceSeconds, 9);
    }

    [Fact]
    public void The_processor_is_no_device_beside_itself() => Assert.Equal(0, TableFit.Cost(SampleTables.Point("cpu", 1, 10)).Cost.FlatOut.DeviceSeconds);

    [Fact]
    public void Capacity_is_what_runs_back_to_back() => Assert.Equal(1000 / 11.5, TableFit.Cost(SampleTables.Point("cpu", 1, 10)).Cost.CapacityFps, 9);

    [Fact]
    public void Regret_is_judged_by_samples_that_the_choice_did_not_see()
    {
        // Point a looks quick in the first, third, … sample and is slow in the others; b is steady.
        var treacherous = Alternating("a", 10, 40);
        var samples = new ProfileSamples([treacherous, Alternating("b", 20, 20)], new Dictionary<string, string>());
        var regret = TableFit.Fit(samples, SampleTables.Head).Head.Regret!;

        // The pick costs 40 ms times 20 CPU-ms where the other costs 20 times 20.
        Assert.Equal(1, regret.Worst, 9);
        Assert.Equal(Regret.UsualDemands.Count, regret.Demands);
    }

    [Fact]
    public void Steady_points_leave_no_regret() => Assert.Equal(0, TableFit.Fit(
        new ProfileSamples([Alternating("a", 10, 10), Alternating("b", 20, 20)], new Dictionary<string, string>()), SampleTables.Head).Head.Regret!.Worst);

    [Fact]
    public void A_model_of_which_nothing_ran_has_no_table_and_the_reasons_are_told()
    {
        var nothing = new ProfileSamples([], new Dictionary<string, string> { ["cpu x1"] = "no such operator" });
        Assert.Contains("cpu x1: no such operator", Assert.Throws<ArgumentException>(() => TableFit.Fit(nothing, SampleTables.Head)).Message, StringComparison.Ordinal);
    }

    private static PointSamples Alternating(string accelerator, double even, double odd)
    {
        double[] latencies = [.. Enumerable.Range(0, 20).Select(index => index % 2 == 0 ? even : odd)];
        double[] cpu = [.. Enumerable.Repeat(20.0, 20)];
        var point = SampleTables.Point(accelerator, 1, 10);
        return point with { Rates = [new RateSamples(null, latencies.Sum() / 1000, latencies, latencies, cpu, null)] };
    }
}
