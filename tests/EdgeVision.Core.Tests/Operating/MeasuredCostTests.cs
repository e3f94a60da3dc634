using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Tests.Operating;

public class MeasuredCostTests
{
    private static readonly MeasuredCost Cost = new(
        0.1, 0, 0,
        [
            new RateCost(5, 5, 10, 10, 12, 0.040, 0, new MeasuredEnergy(2, 0.1, "test")), new RateCost(15, 15, 10, 8, 10, 0.020, 0, new MeasuredEnergy(1, 0.2, "test")),
            new RateCost(null, 100, 10, 6, 7, 0.010, 0, new MeasuredEnergy(0.5, 0.1, "test")),
        ]);

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public void A_measured_rate_is_taken_as_it_is(double fps) => Assert.Equal(fps, Cost.At(fps).OfferedFps);

    [Theory]
    [InlineData(1, 10, 0.040)]
    [InlineData(100, 6, 0.010)]
    [InlineData(1000, 6, 0.010)]
    [InlineData(double.PositiveInfinity, 6, 0.010)]
    public void Beyond_what_was_measured_the_nearest_stands(double fps, double p50, double cpuSeconds)
    {
        var at = Cost.At(fps);
        Assert.Equal((p50, cpuSeconds), (at.P50Ms, at.CpuSeconds));
    }

    [Fact]
    public void Between_two_rates_latency_and_load_are_straight_lines()
    {
        // Half way from 5 to 15: 0.2 and 0.3 CPU seconds a second make 0.25 at 10 fps; 10 and 15 watts make 12.5.
        var at = Cost.At(10);
        Assert.Equal(9, at.P50Ms, 9);
        Assert.Equal(11, at.P95Ms, 9);
        Assert.Equal(0.025, at.CpuSeconds, 9);
        Assert.Equal(1.25, at.Energy!.Joules, 9);
    }
}
