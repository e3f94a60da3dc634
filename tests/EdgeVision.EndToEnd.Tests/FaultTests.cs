using System.Security.Cryptography;
using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Testing;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>What breaks is named on the faults topic, and the rest goes on.</summary>
public class FaultTests
{
    private const string Good = "{id: good, source: 'synthetic:street?size=320x192&traffic=busy'}";

    [SkippableFact]
    public async Task Broken_sources_and_models_are_named_and_the_good_camera_goes_on()
    {
        var video = TestAssets.Need("videos", "one-by-one-person-detection.mp4");
        var model = TestAssets.Need("models", "fastestdet-352.onnx");
        var folder = ServiceRun.NewFolder();
        var truncated = Path.Combine(folder, "truncated.mp4");
        await File.WriteAllBytesAsync(truncated, (await File.ReadAllBytesAsync(video))[..200_000]);
        var garbledStream = await GarbledStream(folder);
        var garbled = await WriteModel(folder, "garbled", [.. (await File.ReadAllBytesAsync(model)).Take(50_000)], "352x352");
        var mismatched = await WriteModel(folder, "mismatched", await File.ReadAllBytesAsync(model), "320x320");

        await using var run = await ServiceRun.Started(
            folder, $"{{default: fastestdet, garbled: '{garbled}', mismatched: '{mismatched}'}}",
            Good,
            $"{{id: truncated, source: '{truncated}'}}",
            $"{{id: stream, source: '{garbledStream}'}}",
            $"{{id: away, source: 'rtsp://127.0.0.1:{FreePort.Find()}/none', capture: {{timeout: 2s}}}}",
            "{id: garbled, source: 'synthetic:street?size=160x96', detect: {model: garbled}}",
            "{id: mismatched, source: 'synthetic:street?size=160x96', detect: {model: mismatched}}");

        string? CodeOf(string camera) => (string?)run.Faults.FirstOrDefault(fault => ((string)fault["subject"]!).Contains(camera, StringComparison.Ordinal))?["code"];
        await run.Until(() => CodeOf("truncated") == "source_unreadable");
        await run.Until(() => CodeOf("away") == "source_unreachable");
        await run.Until(() => CodeOf("model garbled") == "model_unreadable");
        await run.Until(() => CodeOf("model mismatched") == "model_mismatch");
        await run.Until(() => run.Detections("good").Count > 30);

        // A garbled stream is still a stream: what can be decoded is inferred, and no more frames than it has.
        Assert.InRange(run.Detections("stream").Count, 1, 72);
        Assert.All(run.Faults, fault => Assert.NotEmpty((string?)fault["what"] ?? ""));
        Assert.False(run.Program.HasExited);
    }

    [SkippableFact]
    public async Task A_killed_and_a_stopped_ffmpeg_are_replaced_and_the_other_camera_does_not_notice()
    {
        var folder = ServiceRun.NewFolder();
        var video = await TestVideo.Write(folder, "door.mp4");
        await using var run = await ServiceRun.Started(
            folder, $"{{default: {ShippedModel.NameOfAny()}}}", Good, $"{{id: door, source: '{video}', capture: {{loop: true}}}}");

        await run.Until(() => run.Detections("door").Count > 5);
        foreach (var (signal, code) in new[] { ("KILL", "source_crashed"), ("STOP", "source_stalled") })
        {
            var ffmpeg = run.Program.Descendants("ffmpeg");
            Assert.NotEmpty(ffmpeg);
            var (before, other) = (run.Detections("door").Count, run.Detections("good").Count);
            EdgeVisionProgram.Kill(signal, ffmpeg[^1]);
            await run.Until(() => run.Faults.Any(fault => (string?)fault["code"] == code));
            await run.Until(() => run.Detections("door").Count > before + 5);
            Assert.True(run.Detections("good").Count > other);
            Assert.DoesNotContain(ffmpeg[^1], run.Program.Descendants("ffmpeg"));
        }

        Assert.DoesNotContain(run.Faults, fault => ((string)fault["subject"]!).Contains("good", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_broker_that_is_killed_and_comes_back_gets_state_and_results_again()
    {
        await using var run = await ServiceRun.Started(ServiceRun.NewFolder(), $"{{default: {ShippedModel.NameOfAny()}}}", Good);
        await run.Until(() => run.Detections("good").Count > 5);

        await run.Broker.Kill();
        await run.Until(() => run.Program.Output.Contains("broker", StringComparison.Ordinal));
        await run.Broker.Start();
        await using var late = await MosquittoSubscriber.Subscribed(run.Broker, ServiceRun.Base + "/#", "late");

        // The broker kept nothing: everything retained comes anew, and results flow.
        await Eventually.Holds(() => late.On($"{ServiceRun.Base}/status").Any(status => status.Text.Contains("online", StringComparison.Ordinal)), otherwise: () => run.Program.Output);
        await Eventually.Holds(() => late.On($"{ServiceRun.Base}/info").Count > 0 && late.On($"{ServiceRun.Base}/cameras/good/state").Count > 0);
        await late.Wait($"{ServiceRun.Base}/cameras/good/detections", 5);
        Assert.False(run.Program.HasExited);

        run.Program.Signal("TERM");
        Assert.Equal(0, await run.Program.ExitAsync(TimeSpan.FromSeconds(20)));
        await Eventually.Holds(() => late.On($"{ServiceRun.Base}/status").Any(status => status.Text.Contains("stopped", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_service_that_is_killed_leaves_its_last_will_and_no_ffmpeg()
    {
        var folder = ServiceRun.NewFolder();
        var video = await TestVideo.Write(folder, "door.mp4");
        await using var run = await ServiceRun.Started(
            folder, $"{{default: {ShippedModel.NameOfAny()}}}", $"{{id: door, source: '{video}', capture: {{loop: true}}}}");
        await run.Until(() => run.Detections("door").Count > 5);
        var ffmpeg = Assert.Single(run.Program.Descendants("ffmpeg"));

        run.Program.Signal("KILL");

        await run.Until(() => run.Json($"{ServiceRun.Base}/status").Any(status => (string?)status["status"] == "offline"));
        await Eventually.Holds(() => !Directory.Exists($"/proc/{ffmpeg}"), otherwise: () => $"ffmpeg {ffmpeg} is still there");
    }

    private static async Task<string> WriteModel(string folder, string name, byte[] bytes, string size)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(home, $"{name}.onnx"), bytes);
        var labels = Repository.PathOf("models", "labels", "coco-80.txt");
        await File.WriteAllTextAsync(Path.Combine(home, "model.yaml"), $$"""
            name: {{name}}
            file: {{name}}.onnx
            sha256: {{Convert.ToHexStringLower(SHA256.HashData(bytes))}}
            size: {{bytes.Length}}
            licence: BSD-3-Clause
            precision: fp32
            input: {name: input.1, size: {{size}}, color: bgr, std: 255, resize: stretch}
            decoder: {layout: cell_grid, stride: 16, output: "758"}
            labels: {{labels}}
            """);
        return home;
    }

    /// <summary>60 frames of MPEG-TS with one byte in 400 flipped.</summary>
    private static async Task<string> GarbledStream(string folder)
    {
        var path = await TestVideo.Write(folder, "garbled.ts", "-frames:v", "60", "-g", "15");
        var bytes = await File.ReadAllBytesAsync(path);
        var random = new Random(5);
        for (var i = 0; i < bytes.Length / 400; i++)
        {
            bytes[random.Next(2_000, bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }
}
