using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>`edgevision profile` as a person calls it.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly string _state = ServiceRun.NewFolder();

    [SkippableFact]
    public async Task A_profile_is_kept_and_checked_and_a_wrong_one_fails_the_check()
    {
        var model = ShippedModel.NameOfAny();
        var (none, said) = await RunAsync("--model", model, "--assert");
        Assert.Equal(69, none);
        Assert.Contains($"{model} has no operating table for this machine and library; measure one: edgevision profile", said, StringComparison.Ordinal);

        var (exit, output) = await RunAsync("--model", model, "--quick", "--threads", "1,2", "--json");
        Assert.True(exit == 0, output);
        var result = JsonNode.Parse(output)!.AsObject();
        Assert.Equal(
            ["model", "path", "board", "library", "graph", "peaks", "points", "unusable", "regret", "notes", "decision"], result.Select(pair => pair.Key));
        Assert.Equal([(1, false), (2, false), (2, true)], result["points"]!.AsArray().Select(one => ((int)one!["threads"]!, (bool)one["spinning"]!)));
        Assert.Equal(2, result["decision"]!["runners_up"]!.AsArray().Count);
        Assert.Empty(result["graph"]!["uncounted"]!.AsObject());

        // Bounds that no machine's noise reaches, then a table that is a hundred times off.
        var (holds, held) = await RunAsync("--model", model, "--quick", "--assert", "--margin", "10", "--regret", "100");
        Assert.True(holds == 0, held);
        await SlowDownAsync((string)result["path"]!);
        var (fails, why) = await RunAsync("--model", model, "--quick", "--assert", "--margin", "10", "--regret", "100");
        Assert.True(fails == 1, why);
        Assert.Contains("does not hold any more", why, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_state, recursive: true);

    private static async Task SlowDownAsync(string path)
    {
        var table = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        foreach (var rate in table["points"]!.AsArray().SelectMany(point => point!["cost"]!["rates"]!.AsArray()))
        {
            rate!["p50_ms"] = (double)rate["p50_ms"]! * 100;
            rate["p95_ms"] = (double)rate["p95_ms"]! * 100;
        }

        await File.WriteAllTextAsync(path, table.ToJsonString());
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        EdgeVisionProgram.RunAsync(["profile", .. arguments], new Dictionary<string, string> { ["STATE_DIRECTORY"] = _state });
}
