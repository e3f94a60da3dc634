using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>`devices` on this machine.</summary>
public class DevicesTests
{
    [SkippableFact]
    public async Task WebGPU_is_usable_on_a_software_driver_and_the_processor_always()
    {
        var environment = SoftwareVulkan.Need();
        Ort.Need();
        var (exit, output) = await EdgeVisionProgram.RunAsync(["devices", "--json", "--probe-seconds", "120"], environment);
        Assert.True(exit == 0, output);
        var json = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!;
        Skip.IfNot(json["runtime"]!["providers"]!.AsArray().Any(name => (string?)name == "WebGpuExecutionProvider"), "needs an ONNX Runtime with WebGPU: run scripts/setup");

        var processor = json["devices"]![0]!;
        Assert.Equal("cpu", (string?)processor["family"]);
        Assert.True((bool)processor["usable"]!);
        var webGpu = All(json).Where(provider => (string?)provider["provider"] == "WebGPU").ToList();
        Assert.NotEmpty(webGpu);
        Assert.All(webGpu, provider => Assert.True((bool)provider["usable"]!, provider.ToJsonString()));
        Assert.All(
            All(json).Where(provider => !(bool)provider["usable"]!),
            provider => Assert.False(string.IsNullOrEmpty((string?)provider["reason"]) || string.IsNullOrEmpty((string?)provider["step"])));
    }

    private static IEnumerable<JsonNode> All(JsonNode json) =>
        json["devices"]!.AsArray().SelectMany(device => device!["providers"]!.AsArray()).Concat(json["unseen"]!.AsArray())!;
}
