using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Tests.Operating;

/// <summary>Made-up measurements.</summary>
internal static class Measured
{
    public static OperatingPoint Point(string accelerator, int threads = 1, bool spinning = false) =>
        new("net", new string('a', 64), new PictureSize(320, 320), accelerator, threads, spinning);

    /// <summary>A point whose latency is the same at all rates.</summary>
    public static PointCost Steady(
        string accelerator, double ms, double cpuMs, AcceleratorFamily family = AcceleratorFamily.Cpu, int threads = 1, bool spinning = false, double? joules = null)
    {
        var device = family == AcceleratorFamily.Cpu ? 0 : ms / 1000;
        RateCost Rate(double? fps) => new(
            fps, fps ?? 1000 / ms, 10, ms, ms, cpuMs / 1000, device, joules is null ? null : new MeasuredEnergy(joules.Value, 0, "test"));
        return new PointCost(Point(accelerator, threads, spinning), family, new MeasuredCost(0.1, 0, 0, [Rate(1), Rate(null)]));
    }

    public static IReadOnlyList<CameraDemand> Cameras(int count, double fps, double deadlineMs = 500) =>
        [.. Enumerable.Range(0, count).Select(index => new CameraDemand($"c{index}", fps, TimeSpan.FromMilliseconds(deadlineMs)))];

    /// <summary>Points of any figures; with few values, so that ties occur.</summary>
    public static IReadOnlyList<PointCost> Any(Random random, int points)
    {
        var all = new List<PointCost>();
        for (var index = 0; index < points; index++)
        {
            var family = (AcceleratorFamily)random.Next(4);
            var flatMs = random.Next(1, 40);
            var rates = new List<RateCost>();
            foreach (var fps in new double?[] { 1, 5, 15, null })
            {
                if (fps is null || (fps * flatMs < 1000 && random.Next(5) > 0))
                {
                    var p50 = fps is null ? flatMs : flatMs + random.Next(10);
                    rates.Add(new RateCost(
                        fps, fps ?? 1000.0 / flatMs, 10, p50, p50 + random.Next(20), random.Next(1, 60) / 1000.0,
                        family == AcceleratorFamily.Cpu ? 0 : flatMs / 1000.0, null));
                }
            }

            all.Add(new PointCost(Point($"a{index % 3}", 1 + (index / 6), index % 6 >= 3), family, new MeasuredCost(0.1, 0, 0, rates)));
        }

        return all;
    }

    public static IReadOnlyList<CameraDemand> AnyDemand(Random random) =>
        Cameras(random.Next(1, 5), random.Next(8) == 0 ? double.PositiveInfinity : random.Next(1, 40), random.Next(20, 500));
}
