using EdgeVision.Core.Operating;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Profiling.Roofline;
using EdgeVision.Inference.Profiling.Tables;

namespace EdgeVision.Inference.Tests.Profiling;

public class RooflineTests
{
    [Fact]
    public void The_loops_do_the_arithmetic_they_are_counted_for()
    {
        // Each of the sums starts at s and becomes s·s + s a round: with s = 1, rounds + 1. They are all added up at the end.
        var macs = ComputePeak.Floats(rounds: 9, seed: 1, out var sum);
        Assert.Equal(macs / 9 * 10, sum);
        if (ComputePeak.HasInt8)
        {
            macs = ComputePeak.Integers(rounds: 9, seed: 2, out var whole);
            Assert.Equal(macs * 4, whole);
        }
    }

    [Fact]
    public void The_triad_is_b_plus_s_times_c()
    {
        var triad = new MemoryTriad(1 << 12);
        Assert.Equal((1 << 12) * 12, triad.Run(10));
        Assert.Equal(21, triad.First);
    }

    [Fact]
    public void A_machine_has_a_roof_for_each_number_of_threads()
    {
        var peaks = new RoofMeter(TimeProvider.System) { ArrayBytes = 3 << 20 }.Measure([2, 1, 2], CancellationToken.None);
        Assert.Equal([1, 2], peaks.Select(one => one.Threads));
        Assert.All(peaks, one => Assert.True(one.FloatMacs > 1e6 && one.Bandwidth > 1e6));
        Assert.All(peaks, one => Assert.Equal(ComputePeak.HasInt8, one.Int8Macs is not null));
    }

    [Fact]
    public void Figures_are_those_worked_out_by_hand()
    {
        // 100 inferences a second of 1e8 multiply-accumulates, 3e7 of them of integers.
        var point = TableFit.Cost(SampleTables.Point("cpu", 2, 8.5));
        var cost = new GraphCost([new NodeCost("", "Conv", 70_000_000, false, 4_000_000), new NodeCost("", "QLinearConv", 30_000_000, true, 1_000_000)], 0, new Dictionary<string, int>());
        var figures = AchievedFigures.Of(point, cost, SampleTables.Head.Peaks, new AcceleratorFacts(Watts: 5, Price: 80, Currency: "USD"));
        Assert.Equal(100, figures.Fps, 9);
        Assert.Equal(20, figures.Gops, 9);
        Assert.Equal(100 * ((7e7 / 2e10) + (3e7 / 8e10)), figures.ComputeShare!.Value, 9);
        Assert.Equal(5e8 / 6e9, figures.MemoryShare!.Value, 9);
        Assert.Null(figures.PerJoule);
        Assert.Equal(20, figures.PerWatt!.Value, 9);
        Assert.Equal(1.25, figures.PerPrice!.Value, 9);

        var unknown = AchievedFigures.Of(TableFit.Cost(SampleTables.Point("cpu", 1, 8.5)), cost, SampleTables.Head.Peaks, AcceleratorFacts.None);
        Assert.Null(unknown.ComputeShare);
        Assert.Null(unknown.PerWatt);
        Assert.Null(unknown.PerPrice);
        Assert.Null(AchievedFigures.Of(TableFit.Cost(SampleTables.Point("npu", 1, 8.5, AcceleratorFamily.Npu)), cost, SampleTables.Head.Peaks, AcceleratorFacts.None).MemoryShare);
    }
}
