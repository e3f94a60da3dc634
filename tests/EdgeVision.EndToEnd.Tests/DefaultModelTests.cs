using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>A machine that has the repository and nothing else: which model it takes, and that it works.</summary>
public sealed class DefaultModelTests : IDisposable
{
    private readonly string _state = ServiceRun.NewFolder();

    private Dictionary<string, string> NothingElse => new() { ["STATE_DIRECTORY"] = _state, ["EDGEVISION_ASSETS"] = Path.Combine(_state, "none") };

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task Exactly_one_model_is_the_default()
    {
        var (exit, output) = await EdgeVisionProgram.RunAsync(["models", "list", "--json"], NothingElse);
        Assert.True(exit == 0, output);
        var chosen = Assert.Single(JsonNode.Parse(output)!.AsArray(), model => (bool)model!["default"]!)!;
        if (ShippedModel.IsHere)
        {
            Assert.Equal((ShippedModel.Name, "int8"), ((string?)chosen["name"], (string?)chosen["precision"]));
            Assert.StartsWith(ShippedModel.Need(), (string?)chosen["path"], StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task It_is_sound_and_there_is_nothing_to_fetch()
    {
        ShippedModel.Need();
        Assert.Equal((0, ShippedModel.Name), await Run("models", "list", "--default"));
        var (exit, output) = await Run("models", "verify", ShippedModel.Name);
        Assert.True(exit == 0, output);
        (exit, output) = await Run("models", "info", ShippedModel.Name);
        Assert.True(exit == 0 && output.Contains(Path.Combine(ShippedModel.Need(), "CARD.md"), StringComparison.Ordinal), output);
        foreach (var pull in new[] { new[] { "models", "pull" }, ["models", "pull", ShippedModel.Name] })
        {
            (exit, output) = await Run(pull);
            Assert.True(exit == 0 && output.Contains("nothing to fetch", StringComparison.Ordinal), output);
            Assert.StartsWith($"{ShippedModel.Name}: {ShippedModel.Need()}", output, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Every_shipped_device_file_runs_with_it()
    {
        ShippedModel.Need();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("device-configs"), "*.yaml"))
        {
            // Cameras, brokers and secrets are elsewhere; not one word is about the model.
            var (_, output) = await Run("check", "--config", file);
            Assert.DoesNotContain("models.", output, StringComparison.Ordinal);
            Assert.DoesNotContain("objects", output, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task It_publishes_what_it_finds_in_the_street()
    {
        ShippedModel.Need();
        await using var run = await ServiceRun.Started(
            ServiceRun.NewFolder(), $"{{default: {ShippedModel.Name}}}", "{id: street, source: 'synthetic:street?seed=4&traffic=busy&start=400&pace=fast&frames=60'}");
        Assert.Equal(0, await run.Program.ExitAsync(TimeSpan.FromMinutes(2)));
        await run.Until(() => run.Json($"{ServiceRun.Base}/status").Any(status => (string?)status["status"] == "stopped"));
        var detections = run.Detections("street");
        Assert.Equal(60, detections.Count);
        Assert.All(detections, one => Assert.Equal(ShippedModel.Name, (string?)one["model"]));
        string[] labels = [.. detections.SelectMany(one => one["objects"]!.AsArray()).Select(one => (string)one!["label"]!)];
        Assert.True(labels.Length >= 30, $"only {labels.Length} objects in 60 frames of a busy street");
        Assert.Subset(new HashSet<string> { "person", "bicycle", "car", "motorcycle", "bus", "truck" }, labels.ToHashSet());
    }

    private async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        var (exit, output) = await EdgeVisionProgram.RunAsync(arguments, NothingElse);
        return (exit, output.TrimEnd());
    }
}
