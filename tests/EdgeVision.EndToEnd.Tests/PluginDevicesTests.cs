using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>A vendor's plug-in provider library as a person finds it usable: named on the command line, then in a device file.</summary>
public sealed class PluginDevicesTests : IDisposable
{
    private readonly string _folder = ServiceRun.NewFolder();

    [SkippableFact]
    public async Task One_for_8_bit_models_and_one_that_is_missing_are_told_apart()
    {
        using var npu = Ready("precision=int8");
        var (exit, output) = await EdgeVisionProgram.RunAsync(
            "devices", "--json", "--probe-seconds", "120", "--library", $"{npu.Name}={npu.Library}", "--library", $"Gone={_folder}/gone.so");
        Assert.True(exit == 0, output);
        var json = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!;

        var plugins = json["plugin_devices"]!.AsArray();
        Assert.Equal(
            (npu.Name, npu.Name, "EdgeVision tests", "npu", true, "int8"),
            ((string?)plugins[0]!["library"], (string?)plugins[0]!["provider"], (string?)plugins[0]!["vendor"], (string?)plugins[0]!["family"],
                (bool)plugins[0]!["usable"]!, (string?)plugins[0]!["precision"]));
        Assert.Equal("virtual NPU", (string?)plugins[0]!["metadata"]!["kind"]);
        Assert.Null(plugins[0]!["reason"]);
        Assert.Equal(("Gone", false, null), ((string?)plugins[1]!["library"], (bool)plugins[1]!["usable"]!, (string?)plugins[1]!["family"]));
        Assert.Contains("no such file", (string?)plugins[1]!["reason"], StringComparison.Ordinal);
        Assert.NotEmpty((string)plugins[1]!["step"]!);
    }

    [SkippableFact]
    public async Task Devices_and_doctor_try_what_the_device_file_names()
    {
        using var npu = Ready("fault=segv", "at=create");
        var config = Path.Combine(_folder, "device.yaml");
        await File.WriteAllTextAsync(config, $$"""
            device: {id: e2e}
            mqtt: {host: 127.0.0.1, port: {{FreePort.Find()}}}
            models: {default: {{ShippedModel.NameOfAny()}}}
            accelerators: [{provider: {{npu.Name}}, library: '{{npu.Library}}'}, cpu]
            cameras: [{id: street, source: 'synthetic:street?size=160x96&fps=5'}]
            """);

        var (exit, output) = await EdgeVisionProgram.RunAsync("devices", "--json", "--config", config, "--probe-seconds", "120");
        Assert.True(exit == 0, output);
        var plugin = Assert.Single(JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!["plugin_devices"]!.AsArray())!;
        Assert.Contains("SIGSEGV", (string?)plugin["reason"], StringComparison.Ordinal);
        Assert.Equal("npu", (string?)plugin["family"]);

        var (_, report) = await EdgeVisionProgram.RunAsync("doctor", "--json", "--seconds", "300", "--config", config);
        var finding = Assert.Single(JsonNode.Parse(report)!["findings"]!.AsArray(), one => (string?)one!["subject"] == $"accelerator {npu.Name}")!;
        Assert.Equal("fail", (string?)finding["state"]);
        Assert.Contains("SIGSEGV", (string?)finding["found"], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static VirtualNpu Ready(params string[] orders)
    {
        var npu = VirtualNpu.Copy(Ort.Need());
        npu.Knows("probe", ProbeModel.Write());
        npu.Knows("probe-int8", QuantizedProbeModel.Write());
        npu.Order(orders);
        return npu;
    }
}
