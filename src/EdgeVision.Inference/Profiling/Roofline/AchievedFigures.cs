using EdgeVision.Core.Operating;
using EdgeVision.Inference.Onnx.Costs;

namespace EdgeVision.Inference.Profiling.Roofline;

/// <summary>The figures by which accelerators are compared, of one point run back to back.</summary>
/// <param name="Fps">Inferences per second.</param>
/// <param name="Gops">10⁹ operations per second; a multiply-accumulate is two.</param>
/// <param name="ComputeShare">Of the measured peak of multiply-adds, with each kind of number against its own peak; null where one was not measured.</param>
/// <param name="MemoryShare">Bytes of all layers per second over the measured bandwidth; above 1 where caches hold what lies between layers.</param>
/// <param name="PerJoule">Inferences per joule above idle, which is inferences per second per watt; null without a sensor.</param>
/// <param name="PerWatt">Inferences per second per published watt; null where none is published.</param>
/// <param name="PerPrice">Inferences per second per unit of price; null where it is not known.</param>
/// <param name="Currency">Of that unit.</param>
public sealed record AchievedFigures(
    double Fps, double Gops, double? ComputeShare, double? MemoryShare, double? PerJoule, double? PerWatt, double? PerPrice, string? Currency)
{
    private const int OperationsPerMac = 2;

    /// <param name="point">What ran.</param>
    /// <param name="cost">What the model asks for.</param>
    /// <param name="peaks">The processor's roofs; a device beside the CPU is not compared with them.</param>
    /// <param name="facts">What its maker publishes.</param>
    public static AchievedFigures Of(PointCost point, GraphCost cost, IReadOnlyList<MachinePeak> peaks, AcceleratorFacts facts)
    {
        var fps = point.Cost.CapacityFps;
        var peak = point.Family == AcceleratorFamily.Cpu ? peaks.FirstOrDefault(one => one.Threads == point.Point.Threads) : null;
        return new AchievedFigures(
            fps, GopsOf(cost, fps),
            peak is null ? null : LeastSeconds(cost, peak) * fps,
            peak is null ? null : cost.Bytes * fps / peak.Bandwidth,
            point.Cost.FlatOut.Energy is { Joules: > 0 } energy ? 1 / energy.Joules : null,
            fps / facts.Watts, fps / facts.Price, facts.Price is null ? null : facts.Currency);
    }

    /// <summary>10⁹ operations per second at so many inferences per second.</summary>
    public static double GopsOf(GraphCost cost, double fps) => fps * cost.Macs * OperationsPerMac / 1e9;

    /// <summary>What the multiply-adds of one inference take at the peak; null where a kind of number has none.</summary>
    public static double? LeastSeconds(GraphCost cost, MachinePeak peak)
    {
        var floats = (cost.Macs - cost.IntegerMacs) / peak.FloatMacs;
        return cost.IntegerMacs == 0 ? floats : floats + (cost.IntegerMacs / peak.Int8Macs);
    }
}
