using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;
using EdgeVision.Testing.JsonSchema;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>A model is quantized by the real program, and the other verbs take what it wrote.</summary>
public sealed class QuantizeTests : IDisposable
{
    private readonly string _folder = ServiceRun.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task A_quantized_model_serves_detect_eval_and_a_device_at_once()
    {
        TestAssets.Need("models", "fastestdet-352.onnx");
        var output = Path.Combine(_folder, "fast-int8");

        // The limits are wide open: whether it is accepted on a machine that runs other tests is not the question here.
        var (exit, text) = await EdgeVisionProgram.RunAsync(
            "quantize", "fastestdet", "--calibration", TestAssets.Need("datasets", "vehicles", "train"), "--pictures", "24", "--target", "latency",
            "--min-agreement", "0", "--max-latency", "100", "--output", output);
        Assert.True(exit == 0, text);
        Assert.Contains("ACCEPTED", text, StringComparison.Ordinal);

        var schema = await File.ReadAllTextAsync(Repository.PathOf("docs", "formats", "quantization-report.schema.json"));
        var report = await File.ReadAllTextAsync(Path.Combine(output, "report.json"));
        Assert.Empty(new JsonSchemaValidator(schema).Errors(report));
        Assert.Contains(JsonNode.Parse(report)!["layers"]!.AsArray(), layer => (bool)layer!["quantized"]!);

        var picture = Directory.EnumerateFiles(TestAssets.Need("datasets", "vehicles", "valid"), "*.jpg").Order(StringComparer.Ordinal).First();
        (exit, text) = await EdgeVisionProgram.RunAsync("detect", picture, "--model", output);
        Assert.True(exit == 0 && text.Contains("fast-int8", StringComparison.Ordinal), text);

        var device = Path.Combine(_folder, "device.yaml");
        await File.WriteAllTextAsync(device, """
            device: {id: pi}
            models: {default: ./fast-int8/}
            cameras: [{id: gate, source: synthetic:street}]
            """);
        (exit, text) = await EdgeVisionProgram.RunAsync("check", "--config", device);
        Assert.True(exit == 0, text);

        (exit, text) = await EdgeVisionProgram.RunAsync("quantize", "fastestdet", "--calibration", "synthetic:street", "--output", output);
        Assert.True(exit == 73 && text.Contains("--force", StringComparison.Ordinal), text);
    }

    [SkippableFact]
    public async Task Ctrl_C_leaves_nothing()
    {
        TestAssets.Need("models", "fastestdet-352.onnx");
        await using var program = EdgeVisionProgram.Start(
            "quantize", "fastestdet", "--calibration", "synthetic:street?size=320x192", "--output", Path.Combine(_folder, "fast-int8"));
        await Eventually.Holds(() => program.Output.Contains("edgevision: taking pictures", StringComparison.Ordinal), otherwise: () => program.Output);
        program.Signal("INT");
        Assert.Equal(130, await program.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }
}
