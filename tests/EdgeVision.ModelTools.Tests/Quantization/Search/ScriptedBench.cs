using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Search;

namespace EdgeVision.ModelTools.Tests.Quantization.Search;

/// <summary>Models whose time and agreement follow from which nodes are float, and a record of what was asked.</summary>
/// <param name="Time">As a share of the float model's.</param>
/// <param name="Agreement">0..1, with the ranges chosen for these very nodes.</param>
internal sealed record ScriptedBench(Func<IReadOnlySet<string>, double> Time, Func<IReadOnlySet<string>, double> Agreement) : ISearchBench
{
    public IReadOnlyList<string> Noise { get; init; } = [];

    /// <summary>Half of each measured ratio's interval.</summary>
    public double Uncertainty { get; init; }

    /// <summary>What a measurement against the float model is off by.</summary>
    public double Offset { get; set; }

    public List<IReadOnlySet<string>> Written { get; } = [];

    public List<IReadOnlySet<string>> RangesChosen { get; } = [];

    /// <summary>Of every model that was measured against the float model.</summary>
    public List<double> Ratios { get; } = [];

    public WrittenModel Write(IReadOnlySet<string> floatNodes)
    {
        Written.Add(floatNodes);
        return new WrittenModel(floatNodes, null!, null!, null!);
    }

    public Task<WrittenModel> ChooseRangesAsync(IReadOnlySet<string> floatNodes)
    {
        RangesChosen.Add(floatNodes);
        return Task.FromResult(new WrittenModel(floatNodes, null!, null!, null!));
    }

    public LatencyComparison AgainstFloat(WrittenModel model)
    {
        Ratios.Add(Time(model.FloatNodes) + (Ratios.Count > 0 ? Offset : 0));
        return Compared(Ratios[^1]);
    }

    public LatencyComparison Compare(WrittenModel first, WrittenModel second) => Compared(Time(second.FloatNodes) / Time(first.FloatNodes));

    public Task<double> AgreementAsync(WrittenModel model) => Task.FromResult(Agreement(model.FloatNodes));

    public IReadOnlyList<string> Noisiest(WrittenModel model) => Noise;

    private LatencyComparison Compared(double ratio) => new(1, ratio, ratio, Uncertainty, 15);
}
