using EdgeVision.Core.Operating;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Profiling.Roofline;

namespace EdgeVision.Service.Profiling;

/// <summary>One measured point.</summary>
internal sealed record ProfilePointJson(
    string Accelerator, string Family, int Threads, bool Spinning, double LoadMs, long PeakRssBytes, long AddedRssBytes,
    IReadOnlyList<ProfileRateJson> Rates, double Gops, double? ComputeShare, double? MemoryShare, double? InferencesPerJoule,
    double? FpsPerWatt, double? FpsPerPrice, string? Currency, double? Watts, double? Price)
{
    public static ProfilePointJson Of(PointCost point, GraphCost graph, IReadOnlyList<MachinePeak> peaks, AcceleratorFacts facts)
    {
        var (name, cost) = (point.Point, point.Cost);
        var figures = AchievedFigures.Of(point, graph, peaks, facts);
        return new ProfilePointJson(
            name.Accelerator, point.Family.ToString().ToLowerInvariant(), name.Threads, name.Spinning, Math.Round(cost.LoadSeconds * 1000, 1),
            cost.PeakRssBytes, cost.AddedRssBytes, [.. cost.Rates.Select(ProfileRateJson.Of)], Math.Round(figures.Gops, 2), Share(figures.ComputeShare),
            Share(figures.MemoryShare), Share(figures.PerJoule), Share(figures.PerWatt), Share(figures.PerPrice), figures.Currency,
            facts.Watts, facts.Price);
    }

    private static double? Share(double? value) => value is { } number ? Math.Round(number, 4) : null;
}
