using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

public class MemoryTests
{
    private const long Mebibyte = 1 << 20;

    [SkippableFact]
    public async Task Resident_memory_is_flat_over_ten_thousand_frames()
    {
        await using var run = await ServiceRun.Started(
            ServiceRun.NewFolder(), $"{{default: {ShippedModel.NameOfAny()}}}", "{id: fast, source: 'synthetic:street?size=160x96&pace=fast&frames=12500&traffic=busy'}");

        await run.Until(() => run.Detections("fast").Count >= 2_000, TimeSpan.FromMinutes(3));
        var early = run.Program.ResidentBytes;
        await run.Until(() => run.Detections("fast").Count >= 12_000, TimeSpan.FromMinutes(4));
        var late = run.Program.ResidentBytes;
        Assert.True(late - early < 12 * Mebibyte, $"{early / Mebibyte} MiB after 2,000 frames, {late / Mebibyte} MiB after 12,000");
    }
}
