using EdgeVision.EndToEnd.Tests.Rig;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Testing;
using EdgeVision.Testing.JsonSchema;

namespace EdgeVision.EndToEnd.Tests;

/// <summary>The main job on a real video: every frame inferred, every message valid, the persons where they are.</summary>
public class VideoToMqttTests
{
    private const int FramesPerSecond = 10;

    // Read off the video by eye, second by second, a second inside each change.
    private static readonly (int From, int To)[] Present = [(8, 17), (25, 42), (52, 67), (77, 84), (94, 117), (126, 133)];
    private static readonly (int From, int To)[] Absent = [(0, 4), (47, 48), (72, 73), (89, 90), (122, 122), (137, 138)];

    [SkippableFact]
    public async Task Run_publishes_each_frame_of_a_video_once_and_finds_its_persons()
    {
        var video = TestAssets.Need("videos", "one-by-one-person-detection.mp4");
        TestAssets.Need("models", "yolox-nano-416.onnx");
        await using var run = await ServiceRun.Started(
            ServiceRun.NewFolder(), "{default: yolox-nano}", $"{{id: door, source: '{video}', capture: {{pace: asap}}, detect: {{objects: [person]}}}}");

        Assert.Equal(0, await run.Program.ExitAsync(TimeSpan.FromMinutes(4)));
        await run.Until(() => run.Json($"{ServiceRun.Base}/status").Any(status => (string?)status["status"] == "stopped"));

        AssertAllValid(run.Witness.Messages);
        var books = run.Json($"{ServiceRun.Base}/health")[^1]["cameras"]![0]!;
        var detections = run.Detections("door");
        Assert.Equal(1394, (long)books["captured"]!);
        Assert.Equal(1394, (long)books["fates"]!["inferred"]!);
        Assert.Equal(Enumerable.Range(0, 1394).Select(i => (long)i), detections.Select(one => (long)one["seq"]!));
        Assert.Equal(Enumerable.Range(0, 1394).Select(i => (long)i), detections.Select(one => (long)one["frame_seq"]!));

        var hasPerson = detections.Select(one => one["objects"]!.AsArray().Count > 0).ToArray();
        Assert.All(Present, stretch => Assert.InRange(Share(hasPerson, stretch), .95, 1));
        Assert.All(Absent, stretch => Assert.InRange(Share(hasPerson, stretch), 0, .05));
    }

    private static double Share(bool[] hasPerson, (int From, int To) stretch) =>
        hasPerson[(stretch.From * FramesPerSecond)..((stretch.To + 1) * FramesPerSecond)].Average(found => found ? 1.0 : 0.0);

    private static void AssertAllValid(IReadOnlyList<ReceivedMessage> messages)
    {
        var validators = PayloadSchemas.Names.ToDictionary(
            name => name.Replace("-v1.json", "/1", StringComparison.Ordinal), name => new JsonSchemaValidator(PayloadSchemas.Read(name)));
        foreach (var message in messages)
        {
            var schema = (string)System.Text.Json.Nodes.JsonNode.Parse(message.Text)!["schema"]!;
            var errors = validators[schema.Replace('_', '-')].Errors(message.Text);
            Assert.True(errors.Count == 0, $"{message.Topic}: {string.Join("; ", errors)}{Environment.NewLine}{message.Text}");
        }
    }
}
