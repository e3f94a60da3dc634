using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Search;
using EdgeVision.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Quantization.Search;

/// <summary>The search on models whose time and agreement are known.</summary>
public sealed class MixedPrecisionSearchTests
{
    [SkippableFact]
    public async Task What_is_faster_in_float_becomes_float_and_the_rest_does_not()
    {
        // MaxPool costs a tenth in 8 bits, and all else gains.
        var bench = new ScriptedBench(static floats => floats.Sum(static name => name == "pool" ? -.1 : .01) + .8, static _ => 1);
        var (state, search) = await RunAsync(bench, new QuantizationOptions());
        Assert.Equal([.. SmallDetector.Tail, "pool"], Sorted(state, first: SmallDetector.Tail));
        Assert.Equal(.8 + .02 - .1, state.Ratio, 1e-9);
        var kept = search.Trials.Where(static trial => trial.Kept).Select(static trial => trial.What);
        Assert.Equal(["all in 8 bits but what follows the last layers", "operator MaxPool"], kept);
        Assert.Contains(search.Trials, static trial => trial is { What: "stem", Kept: false, Reason: "time +3.7 %" or "time +4.2 %" });
    }

    [SkippableFact]
    public async Task Ranges_are_chosen_anew_after_each_step_that_is_kept_and_no_other()
    {
        var bench = new ScriptedBench(static floats => 1 - (.05 * floats.Count), static _ => 1);
        var (state, search) = await RunAsync(bench, new QuantizationOptions());
        Assert.Equal(search.Trials.Count(static trial => trial.Kept), bench.RangesChosen.Count);
        Assert.Equal(SmallDetector.Tail.ToHashSet(), bench.RangesChosen[0]);
        Assert.Same(bench.RangesChosen[^1], state.Model.FloatNodes);
        Assert.All(bench.RangesChosen.Zip(bench.RangesChosen.Skip(1)), static pair => Assert.ProperSuperset(pair.First.ToHashSet(), pair.Second.ToHashSet()));
        Assert.Equal(SmallDetector.Before.Length + SmallDetector.Tail.Length, state.Model.FloatNodes.Count);
    }

    [SkippableFact]
    public async Task No_model_is_timed_twice()
    {
        // The stem is also all that comes before the second stage.
        var bench = new ScriptedBench(static floats => .5 + (.01 * floats.Count), static _ => 1);
        var (_, search) = await RunAsync(bench, new QuantizationOptions());
        Assert.Contains(search.Trials, static trial => trial.What == "stem");
        Assert.Equal(bench.Written.Count, bench.Written.Select(static floats => string.Join(',', floats.Order())).Distinct().Count());
    }

    [SkippableTheory]
    [InlineData(.996, 0, false)]
    [InlineData(.990, .004, true)]
    [InlineData(.990, .006, false)]
    public async Task A_gain_within_the_noise_is_none(double share, double uncertainty, bool kept)
    {
        var bench = new ScriptedBench(floats => floats.Contains("pool") ? .8 * share : .8, static _ => 1) { Uncertainty = uncertainty };
        var (state, _) = await RunAsync(bench, new QuantizationOptions());
        Assert.Equal(kept, state.Model.FloatNodes.Contains("pool"));
    }

    [SkippableTheory]
    // Target, agreement at the start, what the stem buys, what it costs in time, whether it is bought.
    [InlineData(QuantizationTarget.Latency, .81, .10, 1.001, false)]
    [InlineData(QuantizationTarget.Latency, .74, .10, 1.100, true)]
    [InlineData(QuantizationTarget.Latency, .74, .01, 1.060, false)]
    [InlineData(QuantizationTarget.Balanced, .81, .02, 1.010, true)]
    [InlineData(QuantizationTarget.Balanced, .81, .01, 1.050, false)]
    [InlineData(QuantizationTarget.Balanced, .74, .01, 1.045, true)]
    [InlineData(QuantizationTarget.Accuracy, .81, .01, 1.150, true)]
    [InlineData(QuantizationTarget.Accuracy, .81, .01, 1.300, false)]
    [InlineData(QuantizationTarget.Accuracy, .70, .30, 1.300, false)]
    [InlineData(QuantizationTarget.Accuracy, .81, .003, 1.000, false)]
    public async Task Each_target_buys_agreement_at_its_price(
        QuantizationTarget target, double start, double gain, double price, bool bought)
    {
        var bench = new ScriptedBench(
            floats => HasStem(floats) ? .8 * price : floats.IsSubsetOf(SmallDetector.Tail) ? .8 : 2, floats => HasStem(floats) ? start + gain : start);
        var (state, _) = await RunAsync(bench, new QuantizationOptions { Target = target });
        Assert.Equal(bought, HasStem(state.Model.FloatNodes));
        Assert.Equal(bought ? start + gain : start, state.Agreement, 1e-9);
    }

    [SkippableTheory]
    [InlineData(.7, 1.0, "agreement 0.000, time 0.0 %")]
    [InlineData(.6999, .9999, "agreement 0.000, time 0.0 %")]
    [InlineData(.75, 1.1, "agreement +0.050, time +10.0 %")]
    [InlineData(.65, .9, "agreement -0.050, time -10.0 %")]
    public async Task The_report_says_what_a_step_changes(double agreement, double share, string reason)
    {
        var bench = new ScriptedBench(floats => floats.Contains("deep") ? .5 * share : .5, floats => floats.Contains("deep") ? agreement : .7)
        {
            Noise = ["deep"], Uncertainty = 1,
        };
        var (_, search) = await RunAsync(bench, new QuantizationOptions());
        Assert.Equal(reason, search.Trials[^1].Reason);
    }

    [SkippableFact]
    public async Task What_the_operator_wants_float_is_float_in_every_model()
    {
        var bench = new ScriptedBench(static floats => 1 - (.01 * floats.Count), static floats => .7 + (.01 * floats.Count));
        var (state, _) = await RunAsync(bench, new QuantizationOptions { FloatNodes = ["neck"] });
        Assert.All([.. bench.Written, .. bench.RangesChosen, state.Model.FloatNodes], static floats => Assert.Contains("neck", floats));
    }

    [SkippableFact]
    public async Task More_float_is_asked_for_until_the_floor_is_reached()
    {
        var bench = new ScriptedBench(
            static floats => .5 + (.02 * floats.Count), static floats => floats.Contains("boxes") ? .95 : HasStem(floats) ? .86 : .82) { Noise = ["neck"] };
        var regions = SmallDetector.Regions();
        var search = new MixedPrecisionSearch(bench, new QuantizationOptions { Target = QuantizationTarget.Latency }, static _ => { });
        var start = await search.RunAsync(regions);
        Assert.Equal(.82, start.Agreement);
        var stem = await search.RaiseAsync(regions, start, .85);
        Assert.Equal(.86, stem.Agreement);
        var final = await search.RaiseAsync(regions, stem, .90);
        Assert.Equal(.95, final.Agreement);
        Assert.ProperSuperset(stem.Model.FloatNodes.ToHashSet(), final.Model.FloatNodes.ToHashSet());
        Assert.Same(final, await search.RaiseAsync(regions, final, .90));
        Assert.DoesNotContain("neck", final.Model.FloatNodes);
    }

    [SkippableFact]
    public async Task The_noisiest_layers_come_last_and_one_by_one()
    {
        var bench = new ScriptedBench(
            static floats => .5 + (.02 * floats.Count), static floats => floats.Contains("deep") ? .9 : .7) { Noise = ["neck", "deep", "boxes"] };
        var (state, search) = await RunAsync(bench, new QuantizationOptions { Target = QuantizationTarget.Latency });
        Assert.Equal([.. SmallDetector.Tail, "deep"], Sorted(state, first: SmallDetector.Tail));
        Assert.Equal(["noisy layer neck", "noisy layer deep"], search.Trials.Select(static trial => trial.What).TakeLast(2));
    }

    [SkippableFact]
    public async Task Over_the_limit_what_is_both_better_and_no_slower_is_still_kept()
    {
        var bench = new ScriptedBench(
            static floats => floats.Contains("scores") ? 1.04 : floats.IsSubsetOf(SmallDetector.Tail) ? 1.07 : 2, static floats => floats.Contains("scores") ? .95 : .94)
        {
            Uncertainty = .1,
        };
        var (state, _) = await RunAsync(bench, new QuantizationOptions());
        Assert.Equal((1.04, .95), (state.Ratio, state.Agreement));
    }

    [SkippableFact]
    public async Task A_step_that_turns_out_over_the_limit_is_not_kept()
    {
        var bench = new ScriptedBench(static floats => HasStem(floats) ? .995 : floats.IsSubsetOf(SmallDetector.Tail) ? .9 : 2, static floats => HasStem(floats) ? .9 : .5)
        {
            Offset = .01,
        };
        var (state, search) = await RunAsync(bench, new QuantizationOptions { Target = QuantizationTarget.Accuracy });
        Assert.Equal(.9, state.Ratio);
        Assert.Contains(1.005, bench.Ratios);
        Assert.DoesNotContain(search.Trials.Skip(1), static trial => trial.Kept);
    }

    [SkippableFact]
    public void Whatever_is_measured_it_ends_in_time_and_no_slower_than_the_limit_where_that_was_seen()
    {
        Ort.Need();
        var regions = SmallDetector.Regions();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var names = SmallDetector.Before;
            var times = names.ToDictionary(static name => name, _ => (random.NextDouble() - .4) / 8);
            var losses = names.ToDictionary(static name => name, _ => random.NextDouble() / 20);
            var bench = new ScriptedBench(
                floats => .9 + floats.Sum(name => times.GetValueOrDefault(name)), floats => 1 - losses.Where(loss => !floats.Contains(loss.Key)).Sum(static loss => loss.Value))
            {
                Noise = names,
                Uncertainty = random.NextDouble() / 100,
                Offset = (random.NextDouble() - .5) / 50,
            };
            var options = new QuantizationOptions
            {
                Target = (QuantizationTarget)random.Next(3), MaxTrials = random.Next(1, 25), FloatNodes = [names[random.Next(names.Length)]],
            };
            var steps = new List<int>();
            var search = new MixedPrecisionSearch(bench, options, steps.Add);

            var state = search.RunAsync(regions).GetAwaiter().GetResult();
            var raised = search.RaiseAsync(regions, state, state.Agreement + .03).GetAwaiter().GetResult();

            Assert.InRange(search.Trials.Count, 1, options.MaxTrials + Math.Max(1, options.MaxTrials / 3));
            Assert.Equal(Enumerable.Range(1, search.Trials.Count), steps);
            Assert.Equal(search.Trials.Count - 1, bench.Written.Count);
            Assert.True(raised.Agreement >= state.Agreement);
            Assert.All([state, raised], one => Assert.True(one.Ratio <= 1 || bench.Ratios.TrueForAll(static ratio => ratio > 1), $"{one.Ratio}"));
            Assert.All([state, raised], one => Assert.ProperSuperset(options.FloatNodes.ToHashSet(), one.Model.FloatNodes.ToHashSet()));
        }).QuickCheckThrowOnFailure();
    }

    private static async Task<(SearchState State, MixedPrecisionSearch Search)> RunAsync(ScriptedBench bench, QuantizationOptions options)
    {
        Ort.Need();
        var search = new MixedPrecisionSearch(bench, options, static _ => { });
        return (await search.RunAsync(SmallDetector.Regions()), search);
    }

    private static bool HasStem(IReadOnlySet<string> floats) => floats.IsSupersetOf(SmallDetector.Stem);

    private static IEnumerable<string> Sorted(SearchState state, string[] first) => state.Model.FloatNodes.OrderBy(name => !first.Contains(name)).ThenBy(static name => name);
}
