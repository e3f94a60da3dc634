using System.Globalization;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>
/// Chooses by measurement which nodes go back to float: first those that are slower in 8 bits on this machine, then those
/// whose float form buys back accuracy. Greedy, in a fixed order, and bounded by a number of trials.
/// </summary>
/// <param name="bench">Writes and measures models.</param>
/// <param name="options">Target, limits and bound.</param>
/// <param name="step">Called after each trial.</param>
public sealed class MixedPrecisionSearch(ISearchBench bench, QuantizationOptions options, Action<int> step)
{
    /// <summary>A gain below this is not worth a border between number types.</summary>
    private const double LeastGain = 0.005;

    /// <summary>A step of agreement below this is the luck of single boxes.</summary>
    private const double LeastAgreementGain = 0.004;

    /// <summary>Time that agreement may cost in a balanced search: a hundredth of AP for one percent,</summary>
    private const double Exchange = 1.0;

    /// <summary>and for five percent while it is below what is needed.</summary>
    private const double NeedyExchange = 5.0;

    /// <summary>What a search needs at least: below it, labels show a loss.</summary>
    private const double Enough = 0.75;

    private const int NoisiestTried = 6;
    private readonly List<SearchTrial> _trials = [];
    private int _most = options.MaxTrials;

    /// <summary>What was tried so far, in order.</summary>
    public IReadOnlyList<SearchTrial> Trials => _trials;

    /// <summary>Finds the model.</summary>
    /// <param name="regions">The graph's parts.</param>
    public async Task<SearchState> RunAsync(GraphRegions regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        var floats = new HashSet<string>(regions.Tail);
        floats.UnionWith(options.FloatNodes);
        var start = await MeasureAsync(floats).ConfigureAwait(false);
        Note("all in 8 bits but what follows the last layers", floats.Count, start.Ratio, start.Agreement, true, "where the search begins");
        var fast = await SearchSpeedAsync(regions, start).ConfigureAwait(false);
        return await SearchAccuracyAsync(regions, fast, Enough).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts more back to float, at a higher price in time, until the agreement reaches a floor: for a model that did not keep the limits
    /// otherwise.
    /// </summary>
    /// <param name="regions">The graph's parts.</param>
    /// <param name="state">What <see cref="RunAsync"/> found.</param>
    /// <param name="floor">AP against the float model's detections that is wanted, 0..1.</param>
    public Task<SearchState> RaiseAsync(GraphRegions regions, SearchState state, double floor)
    {
        // Trials of its own: those before are likely used up.
        _most = _trials.Count + Math.Max(1, options.MaxTrials / 3);
        return SearchAccuracyAsync(regions, state, floor);
    }

    private async Task<SearchState> MeasureAsync(IReadOnlySet<string> floats)
    {
        var model = await bench.ChooseRangesAsync(floats).ConfigureAwait(false);
        return new SearchState(model, bench.AgainstFloat(model).Ratio, await bench.AgreementAsync(model).ConfigureAwait(false));
    }

    private async Task<SearchState> SearchSpeedAsync(GraphRegions regions, SearchState best)
    {
        IEnumerable<FloatCandidate> candidates =
        [
            .. regions.Operators(), new FloatCandidate("final layers", regions.FinalLayers), new FloatCandidate("stem", regions.Stem),
            new FloatCandidate("SiLU", regions.Silu), .. regions.Stages(), .. regions.FirstStages(),
        ];
        var tried = new HashSet<HashSet<string>>(HashSet<string>.CreateSetComparer());
        foreach (var candidate in candidates.TakeWhile(_ => HasTrials))
        {
            if (Extend(best, candidate, tried) is not { } floats)
            {
                continue;
            }

            var model = bench.Write(floats);
            var change = bench.Compare(best.Model, model);
            var kept = change.Ratio + change.Uncertainty < 1 - LeastGain;
            Note(candidate.Name, candidate.Nodes.Count, best.Ratio * change.Ratio, null, kept, Time(change.Ratio));
            if (kept)
            {
                best = await MeasureAsync(floats).ConfigureAwait(false);
            }
        }

        return best;
    }

    private async Task<SearchState> SearchAccuracyAsync(GraphRegions regions, SearchState best, double floor)
    {
        // Before the noise is measured for the candidates.
        if (!HasTrials || !WantsAccuracy(best, floor))
        {
            return best;
        }

        IEnumerable<FloatCandidate> candidates =
        [
            .. regions.FirstStages(), new FloatCandidate("final layers", regions.FinalLayers), new FloatCandidate("stem", regions.Stem),
            .. bench.Noisiest(best.Model).Take(NoisiestTried).Select(static name => new FloatCandidate($"noisy layer {name}", [name])),
        ];
        var tried = new HashSet<HashSet<string>>(HashSet<string>.CreateSetComparer());
        foreach (var candidate in candidates.TakeWhile(_ => HasTrials && WantsAccuracy(best, floor)))
        {
            if (Extend(best, candidate, tried) is not { } floats)
            {
                continue;
            }

            var model = bench.Write(floats);
            var change = bench.Compare(best.Model, model).Ratio;
            var after = await bench.AgreementAsync(model).ConfigureAwait(false);
            var next = IsWorth(best, after, change, floor) ? await MeasureAsync(floats).ConfigureAwait(false) : null;

            // Two shares multiplied are less certain than one measured: what the limit keeps out stays out.
            var kept = next is not null && next.Ratio <= Math.Max(best.Ratio, options.Limits.MaxLatencyRatio);
            Note(
                candidate.Name, candidate.Nodes.Count, best.Ratio * change, after, kept,
                string.Create(CultureInfo.InvariantCulture, $"agreement {Rounded(after - best.Agreement, 3):+0.000;-0.000;0.000}, {Time(change)}"));
            if (next is not null)
            {
                // Measuring chose ranges for the model that is not kept, so they are chosen again.
                best = kept ? next : best with { Model = await bench.ChooseRangesAsync(best.Model.FloatNodes).ConfigureAwait(false) };
            }
        }

        return best;
    }

    private bool HasTrials => _trials.Count < _most;

    private bool WantsAccuracy(SearchState state, double floor) =>
        state.Agreement < (options.Target == QuantizationTarget.Latency ? floor : 1);

    private bool IsWorth(SearchState before, double agreement, double change, double floor)
    {
        var gain = agreement - before.Agreement;
        if (gain < LeastAgreementGain || (change > 1 && before.Ratio * change > options.Limits.MaxLatencyRatio))
        {
            return false;
        }

        var price = options.Target == QuantizationTarget.Accuracy ? double.PositiveInfinity : before.Agreement < floor ? NeedyExchange : Exchange;
        return change - 1 <= gain * price;
    }

    /// <summary>Null when the candidate is in float already, or this comes to what another candidate came to.</summary>
    private static HashSet<string>? Extend(SearchState state, FloatCandidate candidate, HashSet<HashSet<string>> tried)
    {
        var floats = new HashSet<string>(state.Model.FloatNodes);
        floats.UnionWith(candidate.Nodes);
        return floats.Count > state.Model.FloatNodes.Count && tried.Add(floats) ? floats : null;
    }

    private void Note(string what, int nodes, double ratio, double? agreement, bool kept, string reason)
    {
        _trials.Add(new SearchTrial(what, nodes, Math.Round(ratio, 4), agreement is { } ap ? Math.Round(ap, 4) : null, kept, reason));
        step(_trials.Count);
    }

    private static string Time(double change) => string.Create(CultureInfo.InvariantCulture, $"time {Rounded((change - 1) * 100, 1):+0.0;-0.0;0.0} %");

    /// <summary>Adding 0 makes a zero of one that is negative, which would be written with a sign.</summary>
    private static double Rounded(double value, int digits) => Math.Round(value, digits) + 0.0;
}
