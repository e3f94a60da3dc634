using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Tests.Quantization.Qdq;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Measuring;

/// <summary>What two models' times come to, with a clock that runs as the test says.</summary>
public sealed class LatencyComparisonTests
{
    private const int Fewest = 15;
    private static readonly Dictionary<string, long[]> NoShapes = [];

    [SkippableFact]
    public void A_machine_that_slows_down_changes_no_ratio()
    {
        var result = Measure(static turn => Math.Pow(1.1, turn), static turn => .8 * Math.Pow(1.1, turn));
        Assert.Equal(.8, result.Ratio, 1e-4);
        Assert.Equal(0, result.Uncertainty, 1e-4);
        Assert.Equal(Fewest, result.Turns);
        Assert.Equal(Math.Pow(1.1, 7), result.BaselineMs, 1e-4);
        Assert.Equal(.8 * Math.Pow(1.1, 7), result.CandidateMs, 1e-4);
    }

    [SkippableFact]
    public void Single_interruptions_change_nothing()
    {
        var result = Measure(static turn => turn == 3 ? 500 : 2, static turn => turn is 9 or 10 ? 900 : 1);
        Assert.Equal((2, 1, .5), (result.BaselineMs, result.CandidateMs, result.Ratio));
        Assert.Equal(0, result.Uncertainty);
    }

    [SkippableFact]
    public void The_models_take_turns_in_going_first()
    {
        var order = new List<char>();
        using var first = Timed(new ScriptedClock(static _ => 1, () => order.Add('a')));
        using var second = Timed(new ScriptedClock(static _ => 1, () => order.Add('b')));
        LatencyComparison.Measure(first, second, 0, 4, default);
        Assert.Equal("abbaabba", new string([.. order]));
    }

    [SkippableFact]
    public void It_goes_on_until_the_ratio_is_known_and_no_further_than_it_may()
    {
        // The spread shrinks from turn 40 on.
        static double Noisy(int turn) => turn < 40 ? 1 + (.1 * (turn % 5)) : 1.2;
        var known = Measure(static _ => 1, Noisy, tolerance: .004, most: 1000);
        Assert.InRange(known.Turns, 41, 999);
        Assert.True(known.Uncertainty <= .004);
        var ended = Measure(static _ => 1, static turn => 1 + (.1 * (turn % 5)), tolerance: .004, most: 60);
        Assert.Equal(60, ended.Turns);
        Assert.True(ended.Uncertainty > .004);
        Assert.Equal(1, Measure(static _ => 1, static _ => 2, most: 1).Turns);
    }

    [SkippableFact]
    public void The_interval_holds_the_median_in_95_of_100_cases()
    {
        const int Cases = 300;
        var random = new Random(5);
        var held = 0;
        for (var i = 0; i < Cases; i++)
        {
            // A skewed noise whose median is 1.
            var result = Measure(static _ => 1, _ => Math.Exp(.3 * Draw.Laplace(random)), tolerance: 0, most: 21);
            held += Math.Abs(result.Ratio - 1) <= 2 * result.Uncertainty ? 1 : 0;
        }

        Assert.True(held >= .95 * Cases, $"{held} of {Cases}");
    }

    [SkippableFact]
    public void It_can_be_ended()
    {
        using var model = Timed(new ScriptedClock(static _ => 1));
        Assert.Throws<OperationCanceledException>(() => LatencyComparison.Measure(model, model, 0, 1000, new CancellationToken(true)));
    }

    [SkippableFact]
    public void What_warms_a_model_up_is_not_measured()
    {
        var clock = new ScriptedClock(static span => 3 + span);
        using var model = Timed(clock);
        Assert.Equal(0, clock.Spans);
        Assert.Equal([3, 4], new[] { model.RunMs(), model.RunMs() });
    }

    private static LatencyComparison Measure(Func<int, double> first, Func<int, double> second, double tolerance = .001, int most = 100)
    {
        using var baseline = Timed(new ScriptedClock(first));
        using var candidate = Timed(new ScriptedClock(second));
        return LatencyComparison.Measure(baseline, candidate, tolerance, most, default);
    }

    private static TimedModel Timed(TimeProvider clock)
    {
        var graph = new GraphBuilder();
        graph.Output(graph.Node("Relu", "y", [graph.Input("x", OnnxDataType.Float32, 1, 1, 2, 2)]));
        return new TimedModel(Ort.Need(), clock, OnnxWriter.Write(graph.Model), NoShapes, 1);
    }
}
