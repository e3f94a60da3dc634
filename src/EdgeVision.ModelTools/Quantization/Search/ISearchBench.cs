using EdgeVision.ModelTools.Quantization.Measuring;

namespace EdgeVision.ModelTools.Quantization.Search;

/// <summary>What the search asks of the world: models written, timed and compared.</summary>
public interface ISearchBench
{
    /// <summary>Writes the model with these nodes float.</summary>
    WrittenModel Write(IReadOnlySet<string> floatNodes);

    /// <summary>Chooses the ranges anew for these float nodes, and writes the model with them.</summary>
    Task<WrittenModel> ChooseRangesAsync(IReadOnlySet<string> floatNodes);

    /// <summary>Latency of one model as a share of the float model's.</summary>
    LatencyComparison AgainstFloat(WrittenModel model);

    /// <summary>Latency of the second as a share of the first's.</summary>
    LatencyComparison Compare(WrittenModel first, WrittenModel second);

    /// <summary>AP against the float model's detections, 0..1.</summary>
    Task<double> AgreementAsync(WrittenModel model);

    /// <summary>Names of weighted nodes, noisiest first.</summary>
    IReadOnlyList<string> Noisiest(WrittenModel model);
}
