using EdgeVision.Core.Operating;
using EdgeVision.Inference.Offloading;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Tests.Profiling;

namespace EdgeVision.Inference.Tests.Offloading;

/// <summary>The processor is always the last, and what ranks behind it gets nothing.</summary>
public class OffloadPlanTests
{
    private static readonly AcceleratorOffer Npu = new("npu", "QNN", AcceleratorFamily.Npu);
    private static readonly AcceleratorOffer Gpu = new("gpu", "WebGPU", AcceleratorFamily.Gpu);
    private static readonly CameraDemand[] OneCamera = [new CameraDemand("yard", 5, TimeSpan.FromMilliseconds(500))];

    [Fact]
    public void The_measured_best_comes_first_and_the_slowest_not_at_all()
    {
        var plan = Measured(npuMs: 3, gpuMs: 300, OffloadPolicy.Auto);
        Assert.Equal(["npu", "cpu"], plan.Order.Select(one => one.Offer.Name));
        Assert.Equal(2, plan.Order[1].Point.Threads);
        Assert.Equal(plan.Decision!.Why, plan.Why);
    }

    [Fact]
    public void When_its_speed_flips_the_choice_flips()
    {
        Assert.Equal(["cpu"], Measured(npuMs: 90, gpuMs: 300, OffloadPolicy.Auto).Order.Select(one => one.Offer.Name));
        Assert.Equal(["npu", "cpu"], Measured(npuMs: 3, gpuMs: 300, OffloadPolicy.Auto).Order.Select(one => one.Offer.Name));
    }

    [Fact]
    public void A_preference_is_followed_while_the_demand_is_kept()
    {
        Assert.Equal("gpu", Measured(npuMs: 3, gpuMs: 100, OffloadPolicy.Prefer(OffloadPreference.Gpu)).First.Offer.Name);
        Assert.Equal("npu", Measured(npuMs: 3, gpuMs: 600, OffloadPolicy.Prefer(OffloadPreference.Gpu)).First.Offer.Name);
    }

    [Fact]
    public void Points_of_what_is_no_longer_there_do_not_count()
    {
        var plan = OffloadPlan.ByMeasurement(Points(npuMs: 3, gpuMs: 300), [AcceleratorOffer.Processor], OffloadPolicy.Auto, OneCamera);
        Assert.Equal("cpu", Assert.Single(plan.Order).Offer.Name);
        Assert.DoesNotContain(plan.Decision!.RunnersUp, other => other.Point.Accelerator == "npu");
    }

    [Fact]
    public void Without_the_processor_nothing_is_planned() =>
        Assert.Throws<ArgumentException>(() => OffloadPlan.ByMeasurement(
            [.. Points(3, 300).Where(point => point.Point.Accelerator == "npu")], [Npu, AcceleratorOffer.Processor], OffloadPolicy.Auto, OneCamera));

    [Fact]
    public void A_configured_order_ends_at_the_processor()
    {
        var processor = Points(3, 300)[0].Point;
        var plan = OffloadPlan.ByConfiguration([Gpu, AcceleratorOffer.Processor, Npu], processor);
        Assert.Equal(["gpu", "cpu"], plan.Order.Select(one => one.Offer.Name));
        Assert.Equal("gpu", plan.First.Point.Accelerator);
        Assert.StartsWith("gpu, as configured; cpu x1 serves", plan.Why, StringComparison.Ordinal);
        Assert.Equal("cpu", Assert.Single(OffloadPlan.ByConfiguration([AcceleratorOffer.Processor, Gpu], processor).Order).Offer.Name);
    }

    [Theory]
    [InlineData(3, 1000)]
    [InlineData(400, 1600)]
    public void A_run_may_take_a_second_or_four_times_what_was_measured(double p95, double deadlineMs)
    {
        var point = Points(3, 300)[0].Point;
        Assert.Equal(TimeSpan.FromMilliseconds(deadlineMs), new PlannedAccelerator(Npu, point, p95).RunDeadline);
        Assert.Equal(TimeSpan.FromSeconds(1), new PlannedAccelerator(Npu, point).RunDeadline);
    }

    [Fact]
    public void Plans_that_run_alike_are_known()
    {
        var one = Measured(npuMs: 3, gpuMs: 300, OffloadPolicy.Auto);
        Assert.True(one.RunsLike(Measured(npuMs: 4, gpuMs: 280, OffloadPolicy.Auto)));
        Assert.False(one.RunsLike(Measured(npuMs: 90, gpuMs: 300, OffloadPolicy.Auto)));
    }

    private static OffloadPlan Measured(double npuMs, double gpuMs, OffloadPolicy policy) =>
        OffloadPlan.ByMeasurement(Points(npuMs, gpuMs), [Npu, Gpu, AcceleratorOffer.Processor], policy, OneCamera);

    private static PointCost[] Points(double npuMs, double gpuMs) =>
    [
        TableFit.Cost(SampleTables.Point("cpu", 1, 20)), TableFit.Cost(SampleTables.Point("cpu", 2, 12)),
        TableFit.Cost(SampleTables.Point("npu", 1, npuMs, AcceleratorFamily.Npu)), TableFit.Cost(SampleTables.Point("gpu", 1, gpuMs, AcceleratorFamily.Gpu)),
    ];
}
