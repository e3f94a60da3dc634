using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>`accelerators: auto` measures, takes the best, says why with numbers, and thinks again when what it measured is another thing.</summary>
public class AutoChoiceTests
{
    private const string Model = ShippedModel.Name;
    private static readonly string[] Camera = ["{id: gate, source: 'synthetic:street?seed=3&fps=5'}"];

    private static bool Long => Environment.GetEnvironmentVariable("EDGEVISION_LONG") == "1";

    [SkippableFact]
    public async Task The_choice_follows_the_npus_speed()
    {
        var (folder, kept) = (ServiceRun.NewFolder(), ServiceRun.NewFolder());
        var npu = new NpuCopy(kept, "vnpu");
        npu.Order("slow_ms=1");
        var state = new Dictionary<string, string> { ["STATE_DIRECTORY"] = ServiceRun.StateOf(kept) };
        var accelerators = $"[{{provider: auto, threads: 1}}, {npu.Entry($"memo: '{Directory.CreateDirectory(Path.Combine(kept, "memo")).FullName}'", "lazy: 1")}]";

        await using (var fast = await ServiceRun.StartedOn(folder, accelerators, $"{{default: {Model}}}", Camera, state))
        {
            // The processor serves while the NPU is measured.
            await fast.Until(() => fast.ServingOf(Model) == "vnpu");
            await fast.Until(() => fast.Detections("gate").Any(one => (string?)one["accelerator"] == "vnpu"));
            Assert.Equal("cpu", (string?)fast.Detections("gate")[0]["accelerator"]);
            NamesBoth(fast, "vnpu", "cpu");
        }

        // A new driver, which is slow: what was measured does not hold any more.
        npu.Update();
        npu.Order("slow_ms=100");
        await using (var slow = await ServiceRun.StartedOn(ServiceRun.NewFolder(), accelerators, $"{{default: {Model}}}", Camera, state))
        {
            await slow.Until(() => Of(slow, "vnpu") is not null);
            Assert.Equal("cpu", slow.ServingOf(Model));
            NamesBoth(slow, "cpu", "vnpu");
            Assert.DoesNotContain(slow.Detections("gate"), one => (string?)one["accelerator"] == "vnpu");
        }

        Directory.Delete(kept, recursive: true);
    }

    [SkippableFact]
    public async Task The_processor_is_kept_where_the_only_gpu_is_software()
    {
        Skip.IfNot(Long, "takes long: set EDGEVISION_LONG=1");
        await using var run = await ServiceRun.StartedOn(
            ServiceRun.NewFolder(), "[{provider: auto, threads: 1}]", $"{{default: {Model}}}", Camera, SoftwareVulkan.Need());
        await run.Until(() => Of(run, "webgpu") is not null, TimeSpan.FromMinutes(5));
        Assert.Equal("cpu", run.ServingOf(Model));

        // Hundreds of times slower than the processor, it does not even keep the camera's rate.
        Assert.Matches("fps at most", (string)Of(run, "webgpu")!["reason"]!);
    }

    /// <summary>The info message has the numbers of both, and says of the loser how far behind it is.</summary>
    private static void NamesBoth(ServiceRun run, string chosen, string lost)
    {
        var (winner, loser) = (Of(run, chosen)!, Of(run, lost)!);
        Assert.All(new[] { winner, loser }, static one => Assert.True((double)one["run_ms"]! > 0));
        Assert.Matches($@"^{Model} [0-9]+x[0-9]+ on {chosen}.*p95 .* ms.*least latency × energy of 2 of 2 points", (string)winner["reason"]!);
        var factor = Regex.Match((string)loser["reason"]!, @"([0-9.]+) × the latency × energy");
        Assert.True(factor.Success && double.Parse(factor.Groups[1].Value, CultureInfo.InvariantCulture) > 1, (string?)loser["reason"]);
    }

    private static JsonNode? Of(ServiceRun run, string accelerator) => run.Accelerators.FirstOrDefault(one => (string?)one["name"] == accelerator);
}
