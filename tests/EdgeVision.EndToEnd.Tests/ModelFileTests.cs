using System.Security.Cryptography;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>Model files on a device of its own: fetched, signed, refused, removed.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly string _state = ServiceRun.NewFolder();

    private Dictionary<string, string> Environment => new() { ["STATE_DIRECTORY"] = _state, ["EDGEVISION_ASSETS"] = Path.Combine(_state, "none") };

    private string Pulled => Path.Combine(_state, "models", "pulled.onnx");

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [SkippableFact]
    public async Task A_killed_pull_leaves_no_half_file_and_the_next_goes_on()
    {
        var real = await File.ReadAllBytesAsync(TestAssets.Need("models", "ultraface-rfb-320.onnx"));
        using var server = new FileServer(real, new FileAnswer { CutAfter = 400_000, IsStuck = true });
        WriteManifest(server.Address);
        await using (var pull = EdgeVisionProgram.Start(["models", "pull", "pulled"], Environment))
        {
            var part = new FileInfo(Pulled + ".part");
            await Eventually.Holds(
                () =>
                {
                    part.Refresh();
                    return part.Exists && part.Length == 400_000;
                },
                TimeSpan.FromSeconds(60), () => pull.Output);
            EdgeVisionProgram.Kill("KILL", pull.Id);
        }

        Assert.False(File.Exists(Pulled));
        var (exit, output) = await Run("models", "pull", "pulled");
        Assert.True(exit == 0, output);
        Assert.Contains($"pulled: {Pulled}", output, StringComparison.Ordinal);
        Assert.Equal([0L, 400_000], server.Starts);
        Assert.Equal(real, await File.ReadAllBytesAsync(Pulled));
        Assert.Equal((0, $"removed {Pulled}, 1270727 bytes"), await Run("models", "remove", "pulled"));
        Assert.False(File.Exists(Pulled));
        Assert.Equal(69, (await Run("models", "remove", "pulled")).ExitCode);
    }

    [Fact]
    public async Task Info_names_the_card_where_there_is_one()
    {
        WriteManifest("http://127.0.0.1:9/none");
        Assert.DoesNotContain("card ", (await Run("models", "info", "pulled")).Output, StringComparison.Ordinal);
        var card = Path.Combine(_state, "models", "pulled", "CARD.md");
        await File.WriteAllTextAsync(card, "# pulled");
        Assert.Matches($"(?m)^card +{card}$", (await Run("models", "info", "pulled")).Output);
    }

    [SkippableFact]
    public async Task A_device_that_requires_signatures_takes_a_signed_model_and_no_other()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Pulled)!);
        File.Copy(TestAssets.Need("models", "ultraface-rfb-320.onnx"), Pulled);
        WriteManifest("http://127.0.0.1:9/none");
        MakeKey();
        var config = Write("device.yaml", """
            device: {id: e2e}
            models: {default: pulled}
            cameras: [{id: one, source: "synthetic:street?size=320x240&frames=3"}]
            security: {require_signed_models: true, trusted_keys: [public.pem]}
            """);
        foreach (var verb in new[] { "check", "run" })
        {
            var (refused, why) = await Run(verb, "--config", config);
            Assert.Equal(78, refused);
            Assert.Contains("device.yaml:2:19: models.default: 'pulled' is unsigned", why, StringComparison.Ordinal);
        }

        var (exit, output) = await Run("models", "sign", "pulled", "--key", Path.Combine(_state, "key.pem"));
        Assert.True(exit == 0, output);
        Assert.Equal(0, (await Run("check", "--config", config)).ExitCode);
        var (verified, words) = await Run("models", "verify", "pulled", "--key", Path.Combine(_state, "public.pem"));
        Assert.True(verified == 0, words);
        Assert.Contains("signed by key", words, StringComparison.Ordinal);

        await File.AppendAllTextAsync(Path.Combine(_state, "models", "pulled", "model.yaml"), "# changed\n");
        var (bad, which) = await Run("models", "verify", "pulled", "--key", Path.Combine(_state, "public.pem"));
        Assert.Equal(1, bad);
        Assert.Contains("bad  pulled: signature failed: ", which, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Pulled, new byte[1270727]);
        Assert.Contains("bad  pulled: hash failed: ", (await Run("models", "verify", "pulled")).Output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        var (exit, output) = await EdgeVisionProgram.RunAsync(arguments, Environment);
        return (exit, output.Trim());
    }

    private void MakeKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        Write("public.pem", key.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>The shipped one of the real file, under names that no shipped model has.</summary>
    private void WriteManifest(string source)
    {
        var shipped = File.ReadAllLines(Repository.PathOf("models", "ultraface-rfb-320", "model.yaml"));
        Write("models/labels/face.txt", "face\n");
        Write("models/pulled/model.yaml", string.Join('\n', shipped.Select(line => line.Split(':')[0] switch
        {
            "name" => "name: pulled",
            "file" => "file: pulled.onnx",
            "source" => $"source: {source}",
            _ => line,
        })));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_state, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
