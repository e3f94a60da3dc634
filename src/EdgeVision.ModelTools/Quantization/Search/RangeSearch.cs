using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>Chooses by agreement with the float model how ranges are chosen.</summary>
/// <param name="bench">Measures.</param>
/// <param name="writer">Its ranges are set.</param>
/// <param name="statistics">Of all tensors.</param>
internal sealed class RangeSearch(ISearchBench bench, ModelWriter writer, IReadOnlyDictionary<string, TensorStatistics> statistics)
{
    private readonly Dictionary<RangeChoice, IReadOnlyDictionary<string, TensorRange>> _ranges = [];
    private readonly List<SearchTrial> _trials = [];

    public IReadOnlyList<SearchTrial> Trials => _trials;

    /// <summary>Sets the writer's ranges to the best for these float nodes.</summary>
    /// <returns>The choice.</returns>
    public async Task<RangeChoice> ChooseAsync(IReadOnlyList<RangeChoice> choices, IReadOnlySet<string> floatNodes)
    {
        var agreements = new List<double>();
        foreach (var choice in choices)
        {
            writer.Ranges = RangesOf(choice);
            agreements.Add(choices.Count == 1 ? 0 : await bench.AgreementAsync(bench.Write(floatNodes)).ConfigureAwait(false));
        }

        var best = agreements.IndexOf(agreements.Max());
        writer.Ranges = RangesOf(choices[best]);
        if (choices.Count > 1)
        {
            _trials.AddRange(choices.Select((choice, index) => new SearchTrial(
                $"ranges by {choice}", floatNodes.Count, null, Math.Round(agreements[index], 4), index == best, index == best ? "agrees best" : "agrees less")));
        }

        return choices[best];
    }

    private IReadOnlyDictionary<string, TensorRange> RangesOf(RangeChoice choice)
    {
        if (!_ranges.TryGetValue(choice, out var ranges))
        {
            _ranges[choice] = ranges = CalibrationRun.Ranges(statistics, choice.Create());
        }

        return ranges;
    }
}
