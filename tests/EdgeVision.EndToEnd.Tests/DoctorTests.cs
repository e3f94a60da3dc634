using System.Diagnostics;
using System.Text.Json.Nodes;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>`edgevision doctor` as a person calls it, on a real broker and real cameras.</summary>
public sealed class DoctorTests : IDisposable
{
    // The machines of tests have other work to do.
    private const string Patient = "200";

    private readonly string _folder = ServiceRun.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task A_device_in_good_order_has_no_fail_and_exit_code_0()
    {
        await using var broker = await MosquittoBroker.Started();
        var config = await Write($"{{host: 127.0.0.1, port: {broker.Port}}}", ShippedModel.NameOfAny(), "{id: street, source: 'synthetic:street?size=160x96&fps=5'}");

        var (exit, report) = await Json("--config", config);

        Assert.True(exit == 0, report.ToJsonString());
        Assert.Equal(0, (int)report["fail"]!);
        Assert.Equal(report["findings"]!.AsArray().Count, (int)report["ok"]! + (int)report["warn"]!);
        Assert.Contains("160x96 I420", Found(report, "camera street", "ok", "warn"), StringComparison.Ordinal);
        Assert.Contains("may publish and read on edgevision/e2e/#", Found(report, "broker topics", "ok"), StringComparison.Ordinal);
        Assert.Contains("ms a frame", Found(report, $"model default ({ShippedModel.NameOfAny()})", "ok", "warn"), StringComparison.Ordinal);
        foreach (var subject in new[] { "program", "board", "ONNX Runtime", "libmosquitto", "configuration", "state folder" })
        {
            Assert.NotEmpty(Found(report, subject, "ok", "warn"));
        }
    }

    [SkippableFact]
    public async Task Every_fault_is_a_line_with_its_fix_and_the_fails_come_again_at_the_end()
    {
        await using var broker = new MosquittoBroker();
        await File.WriteAllTextAsync(broker.PathOf("acl"), "topic read edgevision/#\n");
        broker.Configure("allow_anonymous true", "acl_file FOLDER/acl");
        await broker.Start();
        var nowhere = FreePort.Find();
        var password = Path.Combine(_folder, "away.password");
        await File.WriteAllTextAsync(password, "hunter2\n");
        await SetMode(password, "644");
        var config = await Write(
            $"{{host: 127.0.0.1, port: {broker.Port}}}", ShippedModel.NameOfAny(),
            $"{{id: away, source: 'rtsp://viewer@127.0.0.1:{nowhere}/none', password_file: '{password}', capture: {{timeout: 2s}}}}",
            "{id: street, source: 'synthetic:street?size=160x96&fps=5'}");

        var (exit, output) = await EdgeVisionProgram.RunAsync("doctor", "--seconds", Patient, "--config", config);

        Assert.True(exit == 1, output);
        Assert.Contains("may not publish on edgevision/e2e/#: Not authorized (MQTT reason 0x87)", output, StringComparison.Ordinal);
        Assert.Contains("topic readwrite edgevision/e2e/#", output, StringComparison.Ordinal);
        Assert.Contains("Connection refused", output, StringComparison.Ordinal);
        Assert.Contains($"{password} (password_file of camera away) can be read by every user", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        var summary = output[output.LastIndexOf(" failed, ", StringComparison.Ordinal)..];
        Assert.Contains("fail  broker topics: ", summary, StringComparison.Ordinal);
        Assert.Contains("fail  camera away: ", summary, StringComparison.Ordinal);
        Assert.Contains("      → nothing listens there: check the port in source", summary, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_expired_certificate_is_named_with_its_day()
    {
        await using var broker = new MosquittoBroker();
        using var authority = new TestAuthority(broker.Folder, "ours");
        var (certificate, key) = authority.Issue("localhost", -30, -2);
        broker.Configure("allow_anonymous true", $"cafile {authority.File}", $"certfile {certificate}", $"keyfile {key}");
        await broker.Start();
        var config = await Write(
            $"{{host: localhost, port: {broker.Port}, tls: {{ca: '{authority.File}'}}}}", ShippedModel.NameOfAny(), "{id: street, source: 'synthetic:street?size=160x96&fps=5'}");

        var (exit, report) = await Json("--config", config);

        Assert.Equal(1, exit);
        var day = TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"expired on {day}", Found(report, "broker TLS", "fail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_mistakes_still_gets_the_rest_looked_at()
    {
        var config = Path.Combine(_folder, "device.yaml");
        await File.WriteAllTextAsync(config, "device: {id: Yard!}\n");

        var (exit, report) = await Json("--config", config);

        Assert.Equal(1, exit);
        Assert.Contains(report["findings"]!.AsArray(), one => (string?)one!["state"] == "fail" && ((string)one["found"]!).StartsWith($"{config}:1:14: device.id:", StringComparison.Ordinal));
        Assert.NotEmpty(Found(report, "program", "ok"));
        Assert.NotEmpty(Found(report, "clock", "ok", "warn"));
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_it_at_once_and_leaves_no_ffmpeg()
    {
        Programs.Need("ffmpeg", "apt install ffmpeg");
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        await using var broker = await MosquittoBroker.Started();
        var config = await Write(
            $"{{host: 127.0.0.1, port: {broker.Port}}}", ShippedModel.NameOfAny(), $"{{id: silent, source: 'rtsp://127.0.0.1:{port}/none', capture: {{timeout: 60s}}}}");
        await using var program = EdgeVisionProgram.Start("doctor", "--seconds", Patient, "--config", config);
        await Eventually.Holds(() => program.Descendants("ffprobe").Count > 0, otherwise: () => program.Output);
        var probe = program.Descendants("ffprobe");

        program.Signal("INT");

        Assert.Equal(130, await program.ExitAsync(TimeSpan.FromSeconds(10)));
        await Eventually.Holds(() => probe.All(id => !Directory.Exists($"/proc/{id}")));
    }

    private static async Task SetMode(string path, string mode)
    {
        using var chmod = Process.Start(new ProcessStartInfo("chmod") { ArgumentList = { mode, path } })!;
        await chmod.WaitForExitAsync();
    }

    private static async Task<(int Exit, JsonNode Report)> Json(params string[] arguments)
    {
        var (exit, output) = await EdgeVisionProgram.RunAsync(["doctor", "--json", "--seconds", Patient, .. arguments]);
        var report = JsonNode.Parse(output)!;
        Assert.Equal(["state", "version", "seconds", "ok", "warn", "fail", "findings"], report.AsObject().Select(key => key.Key));
        Assert.All(report["findings"]!.AsArray(), finding => Assert.Equal(["state", "subject", "found", "fix", "details"], finding!.AsObject().Select(key => key.Key)));
        return (exit, report);
    }

    /// <summary>What was found of a subject; fails when it has none of these states.</summary>
    private static string Found(JsonNode report, string subject, params string[] states) => Assert.IsType<string>(
        (string?)report["findings"]!.AsArray().FirstOrDefault(one => (string?)one!["subject"] == subject && states.Contains((string?)one["state"]))?["found"]);

    private async Task<string> Write(string mqtt, string model, params string[] cameras)
    {
        var config = Path.Combine(_folder, "device.yaml");
        await File.WriteAllTextAsync(config, $$"""
            device: {id: e2e}
            mqtt: {{mqtt}}
            models: {default: {{model}}}
            accelerators: [{provider: cpu, threads: 1}]
            cameras:
            {{string.Join(Environment.NewLine, cameras.Select(camera => "  - " + camera))}}
            """);
        return config;
    }
}
