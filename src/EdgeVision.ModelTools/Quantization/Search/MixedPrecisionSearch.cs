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
internal sealed class MixedPrecisionSearch(ISearchBench bench, QuantizationOptions options, Action<int> step)
{
    /// <summary>A gain below this is not worth a border between number types.</summary>
    private const double LeastGain = 0.005;

    /// <summary>A step of agreement below this is the luck of single boxes.</summary>
    private const double LeastAgreementGain = 0.003;

    /// <summary>Latency that one of agreement may cost: .01 of agreement is worth 2 % of time.</summary>
    private const double Exchange = 2.0;

    private const int NoisiestTried = 6;
    private readonly List<SearchTrial> _trials = [];

    public IReadOnlyList<SearchTrial> Trials => _trials;

    /// <summary>Finds the model.</summary>
    /// <param name="regions">The graph's parts.</param>
    public async Task<WrittenModel> RunAsync(GraphRegions regions)
    {
        var floats = new HashSet<string>(regions.Tail);
        floats.UnionWith(options.FloatNodes);
        var best = await bench.ChooseRangesAsync(floats).ConfigureAwait(false);
        var ratio = bench.AgainstFloat(best).Ratio;
        var agreement = await bench.AgreementAsync(best).ConfigureAwait(false);
        Note("all in 8 bits but what follows the last layers", floats.Count, ratio, agreement, true, "where the search begins");

        best = SearchSpeed(regions, best, ref ratio);
        if (options.Target == QuantizationTarget.Accuracy || _trials.Count > 1)
        {
            agreement = await bench.AgreementAsync(best).ConfigureAwait(false);
        }

        return await SearchAccuracyAsync(regions, best, ratio, agreement).ConfigureAwait(false);
    }

    private WrittenModel SearchSpeed(GraphRegions regions, WrittenModel best, ref double ratio)
    {
        IEnumerable<FloatCandidate> candidates =
        [
            .. regions.Operators(), new FloatCandidate("stem", regions.Stem), new FloatCandidate("SiLU", regions.Silu), .. regions.Stages(), .. regions.FirstStages(),
        ];
        foreach (var candidate in candidates.TakeWhile(_ => HasTrials))
        {
            if (Extend(best, candidate) is not { } tried)
            {
                continue;
            }

            var change = bench.Compare(best, tried);
            var kept = change.Ratio + change.Uncertainty < 1 - LeastGain;
            Note(candidate.Name, candidate.Nodes.Count, ratio * change.Ratio, null, kept, Time(change.Ratio - 1));
            if (kept)
            {
                best = tried;
                ratio *= change.Ratio;
            }
        }

        return best;
    }

    private async Task<WrittenModel> SearchAccuracyAsync(GraphRegions regions, WrittenModel best, double ratio, double agreement)
    {
        IEnumerable<FloatCandidate> candidates =
        [
            .. regions.FirstStages(), new FloatCandidate("final layers", regions.FinalLayers), new FloatCandidate("stem", regions.Stem),
            .. bench.Noisiest(best).Take(NoisiestTried).Select(static name => new FloatCandidate($"noisy layer {name}", [name])),
        ];
        foreach (var candidate in candidates.TakeWhile(_ => HasTrials && WantsAccuracy(agreement)))
        {
            if (Extend(best, candidate) is not { } tried)
            {
                continue;
            }

            var change = bench.Compare(best, tried).Ratio;
            var after = await bench.AgreementAsync(tried).ConfigureAwait(false);
            var kept = IsWorth(after - agreement, change - 1, ratio * change, agreement);
            Note(
                candidate.Name, candidate.Nodes.Count, ratio * change, after, kept,
                string.Create(CultureInfo.InvariantCulture, $"agreement {after - agreement:+0.000;-0.000}, {Time(change - 1)}"));
            if (kept)
            {
                // With other nodes in float other ranges may be the best.
                best = await bench.ChooseRangesAsync(tried.FloatNodes).ConfigureAwait(false);
                (ratio, agreement) = (ratio * change, await bench.AgreementAsync(best).ConfigureAwait(false));
            }
        }

        return best;
    }

    private bool HasTrials => _trials.Count < options.MaxTrials;

    private bool WantsAccuracy(double agreement) => agreement < 1
        && (options.Target != QuantizationTarget.Latency || agreement < options.Limits.MinAgreement);

    private bool IsWorth(double gain, double cost, double ratio, double agreement)
    {
        if (gain < LeastAgreementGain || ratio > options.Limits.MaxLatencyRatio)
        {
            return false;
        }

        return options.Target == QuantizationTarget.Accuracy || agreement < options.Limits.MinAgreement || cost <= gain * Exchange;
    }

    private WrittenModel? Extend(WrittenModel model, FloatCandidate candidate)
    {
        var floats = new HashSet<string>(model.FloatNodes);
        var before = floats.Count;
        floats.UnionWith(candidate.Nodes);
        return floats.Count == before ? null : bench.Write(floats);
    }

    private void Note(string what, int nodes, double ratio, double? agreement, bool kept, string reason)
    {
        _trials.Add(new SearchTrial(what, nodes, Math.Round(ratio, 4), agreement is { } f1 ? Math.Round(f1, 4) : null, kept, reason));
        step(_trials.Count);
    }

    private static string Time(double change) => string.Create(CultureInfo.InvariantCulture, $"time {change * 100:+0.0;-0.0} %");
}
