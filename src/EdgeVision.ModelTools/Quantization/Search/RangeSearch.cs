using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>Chooses by agreement with the float model how ranges are chosen.</summary>
/// <param name="choices">What is tried; a single one is taken.</param>
/// <param name="statistics">Of all tensors.</param>
public sealed class RangeSearch(IReadOnlyList<RangeChoice> choices, IReadOnlyDictionary<string, TensorStatistics> statistics)
{
    private readonly Dictionary<RangeChoice, IReadOnlyDictionary<string, TensorRange>> _ranges = [];
    private readonly List<SearchTrial> _trials = [];

    /// <summary>What was tried so far, in order; nothing where there was no choice.</summary>
    public IReadOnlyList<SearchTrial> Trials => _trials;

    /// <summary>What was chosen last.</summary>
    public RangeChoice Chosen { get; private set; } = choices[0];

    /// <param name="floatNodes">How many nodes are float, for the report.</param>
    /// <param name="agreementOf">Agreement with the float model of the model with these ranges.</param>
    public async Task<IReadOnlyDictionary<string, TensorRange>> ChooseAsync(
        int floatNodes, Func<IReadOnlyDictionary<string, TensorRange>, Task<double>> agreementOf)
    {
        if (choices.Count == 1)
        {
            return RangesOf(Chosen);
        }

        var agreements = new List<double>();
        foreach (var choice in choices)
        {
            agreements.Add(await agreementOf(RangesOf(choice)).ConfigureAwait(false));
        }

        var best = agreements.IndexOf(agreements.Max());
        _trials.AddRange(choices.Select((choice, index) => new SearchTrial(
            $"ranges by {choice}", floatNodes, null, Math.Round(agreements[index], 4), index == best, index == best ? "agrees best" : "agrees less")));
        Chosen = choices[best];
        return RangesOf(Chosen);
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
