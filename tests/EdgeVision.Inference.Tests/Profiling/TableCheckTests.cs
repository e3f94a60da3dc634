using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Tables;

namespace EdgeVision.Inference.Tests.Profiling;

public class TableCheckTests
{
    private static readonly IReadOnlyDictionary<string, string> AllRan = new Dictionary<string, string>();
    private static readonly TableCheck Check = new(margin: 0.25, worstRegret: 0.1);

    [Fact]
    public void What_was_stored_holds_against_itself() => Assert.Empty(Check.Problems(SampleTables.Table, SampleTables.Table.Points, AllRan));

    [Theory]
    [InlineData(1.2, true)]
    [InlineData(0.85, true)]
    [InlineData(1.3, false)]
    [InlineData(0.75, false)]
    public void A_figure_may_be_off_by_the_margin_both_ways(double factor, bool holds)
    {
        var point = SampleTables.Table.Points[0];
        var rates = point.Cost.Rates.Select(rate => rate with { P50Ms = rate.P50Ms * factor }).ToList();
        var problems = Check.Problems(SampleTables.Table, [point with { Cost = point.Cost with { Rates = rates } }], AllRan);
        Assert.Equal(holds ? 0 : 3, problems.Count);
        Assert.All(problems, problem => Assert.Contains("the table has 11.00 ms", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Work_that_grew_is_told()
    {
        var point = SampleTables.Table.Points[0];
        var rates = point.Cost.Rates.Select(rate => rate with { CpuSeconds = rate.CpuSeconds * 2 }).ToList();
        var problems = Check.Problems(SampleTables.Table, [point with { Cost = point.Cost with { Rates = rates } }], AllRan);
        Assert.Equal("cpu x1 at 1 fps: 40.00 ms of work, the table has 20.00 ms (2.00 ×)", problems[0]);
        Assert.Equal("cpu x1 back to back: 40.00 ms of work, the table has 20.00 ms (2.00 ×)", problems[2]);
    }

    [Fact]
    public void A_regret_above_the_bound_and_a_point_that_does_not_run_any_more_fail_it()
    {
        var regretful = SampleTables.Table with { Head = SampleTables.Head with { Regret = new TableRegret(0.1, 0.2, 19, 1) } };
        var problems = Check.Problems(regretful, [], new Dictionary<string, string> { ["npu x1"] = "device lost" });
        Assert.Equal(["npu x1 ran and does no more: device lost", "the choice's worst regret is 0.200, more than 0.100"], problems);
    }

    [Fact]
    public void The_points_that_matter_are_those_that_a_choice_leads_to() =>
        Assert.Equal(["npu"], TableCheck.PointsThatMatter(SampleTables.Table).Select(point => point.Accelerator));
}
