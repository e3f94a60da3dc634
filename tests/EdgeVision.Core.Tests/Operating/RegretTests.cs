using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Tests.Operating;

public class RegretTests
{
    private static readonly IReadOnlyList<IReadOnlyList<CameraDemand>> OneDemand = [Measured.Cameras(1, 5)];

    [Fact]
    public void Who_knows_the_truth_regrets_nothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var points = Measured.Any(new Random(seed), 12);
            var regret = Regret.Of(points, points, Regret.UsualDemands);
            Assert.Equal((0, 0, 0), (regret.Mean, regret.Worst, regret.Missed));
        }
    }

    [Fact]
    public void A_wrong_pick_costs_its_latency_times_energy_over_the_best()
    {
        PointCost[] known = [Measured.Steady("a", 10, 10), Measured.Steady("b", 20, 20)];
        PointCost[] truth = [Measured.Steady("a", 40, 40), Measured.Steady("b", 20, 20)];
        var regret = Regret.Of(known, truth, OneDemand);
        Assert.Equal(3, regret.Worst, 9);
        Assert.Equal(3, regret.Mean, 9);
        Assert.Equal((1, 0), (regret.Demands, regret.Missed));
    }

    [Fact]
    public void A_pick_that_misses_what_another_keeps_is_counted()
    {
        PointCost[] known = [Measured.Steady("a", 10, 10), Measured.Steady("b", 20, 20)];
        PointCost[] truth = [Measured.Steady("a", 600, 10), Measured.Steady("b", 20, 20)];
        Assert.Equal(1, Regret.Of(known, truth, OneDemand).Missed);
    }

    [Fact]
    public void Other_points_are_no_truth() => Assert.Throws<ArgumentException>(
        () => Regret.Of([Measured.Steady("a", 1, 1)], [Measured.Steady("b", 1, 1)], OneDemand));
}
