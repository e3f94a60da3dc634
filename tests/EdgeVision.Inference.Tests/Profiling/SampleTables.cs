using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Measuring;
using EdgeVision.Inference.Profiling.Tables;

namespace EdgeVision.Inference.Tests.Profiling;

/// <summary>Made-up samples and tables.</summary>
internal static class SampleTables
{
    public static readonly TableKey Key = new(new string('a', 64), "1.30.0", "Pi 5: Cortex-A76, 4 threads, 8 GiB", "kernel 6.12");

    public static TableHead Head { get; } = new(
        "Raspberry Pi 5", "6.12", "street-s", Key, new string('b', 64), new Dictionary<string, string> { ["npu"] = new string('c', 64) },
        new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), null, [new MachinePeak(1, 1e10, null, 5e9), new MachinePeak(2, 2e10, 8e10, 6e9)]);

    public static ProfileSamples Samples { get; } = new(
        [Point("cpu", 1, 10), Point("cpu", 2, 7, spinning: true), Point("npu", 1, 3, AcceleratorFamily.Npu)],
        new Dictionary<string, string> { ["gpu x1"] = "accelerator gpu: no library; install it" });

    public static OperatingTable Table { get; } = TableFit.Fit(Samples, Head);

    public static PointSamples Point(string accelerator, int threads, double ms, AcceleratorFamily family = AcceleratorFamily.Cpu, bool spinning = false)
    {
        RateSamples Rate(double? fps, MeasuredEnergy? energy) => new(
            fps, 4 / (fps ?? (1000 / (ms + 1.5))), [ms, ms + 1, ms + 2, ms + 3], [ms, ms, ms, ms], [2 * ms, 2 * ms, 2 * ms, 2 * ms], energy);
        return new PointSamples(
            new OperatingPoint("street-s", Key.ModelSha256, new PictureSize(384, 224), accelerator, threads, spinning), family, 0.25, 90 << 20, 12 << 20,
            [Rate(1, new MeasuredEnergy(0.05, 0.001, "rapl package-0")), Rate(5, null), Rate(null, null)]);
    }
}
