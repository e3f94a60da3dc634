using System.Text.Json;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Payloads;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Testing;
using EdgeVision.Testing.JsonSchema;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Messaging.Tests.Broker;

/// <summary>What the pipeline finds, as mosquitto_sub receives it.</summary>
public sealed class ResultTests
{
    [SkippableFact]
    public async Task Every_message_of_a_session_fits_its_schema()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        await using (var rig = await Rig.Online(Rig.Options(broker.Port)))
        {
            using var sink = SinkOf(rig);
            using var health = new HealthReporter(
                rig.Loop, sink, () => [BusyLane("gate"), BusyLane("idle", frames: 0)], rig.Messages, rig.Clock, TimeProvider.System,
                NullLogger<HealthReporter>.Instance);
            _ = rig.Loop.Publish(rig.Messages.Info(Info(rig)));
            sink.OnCamera(new CameraStatus("gate", CameraState.Online, null, null, new FrameFormat(new PictureSize(768, 432), PixelLayout.I420)));
            sink.OnResult(InferredFrame.Of("gate", 7, new Detection(new Box(0.1f, 0.2f, 0.3f, 0.4f), 1, 0.87654f, 12)));
            sink.OnResult(InferredFrame.Of("gate", 8));
            var fault = new Fault(FaultCode.SourceUnreachable, "camera gate", "no route to host", "check the cable", "tail");
            sink.OnCamera(new CameraStatus("gate", CameraState.Backoff, fault, TimeSpan.FromSeconds(2), null, 1));
            sink.OnFault(fault);
            sink.OnFault(new Fault(FaultCode.Internal, "test", "a \"quoted\" thing ünd\nmore"));
            sink.OnFault(NpuFault());
            health.Report();
            health.Report();
            await sink.StopAsync(TimeSpan.FromSeconds(5));
        }

        _ = await witness.Wait("edgevision/yard/status", 2);
        Assert.All(witness.Messages, message => Assert.Empty(Validator(message).Errors(message.Text)));
        Assert.All(witness.Messages, message => Assert.Equal("application/json", message.ContentType));
        Assert.Equal(
            ["cameras/gate/detections", "cameras/gate/state", "faults", "health", "info", "status"],
            witness.Messages.Select(message => message.Topic["edgevision/yard/".Length..]).Distinct().Order());
    }

    [SkippableFact]
    public async Task A_fault_of_an_accelerator_says_where_it_arose_and_what_was_done()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        using var sink = SinkOf(rig);
        sink.OnFault(new Fault(FaultCode.SourceUnreachable, "camera gate", "no route to host"));
        sink.OnFault(NpuFault());

        var messages = (await witness.Wait("edgevision/yard/faults", 2)).Select(message => JsonDocument.Parse(message.Text).RootElement).ToList();
        Assert.False(messages[0].TryGetProperty("origin", out _));
        Assert.Equal("accelerator_timed_out", messages[1].GetProperty("code").GetString());
        Assert.Equal(
            $$"""{"accelerator":"npu","provider":"QNN","model_sha256":"{{new string('b', 64)}}","stage":"copy_out","node":"head/resize","operator":"Resize","library_code":null,"action":"ran the frame on cpu","cost_ms":512.346}""",
            messages[1].GetProperty("origin").GetRawText());
    }

    [SkippableFact]
    public async Task Detections_say_what_was_found_in_the_contracts_numbers()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        using var sink = SinkOf(rig);
        sink.OnResult(InferredFrame.Of(
            "gate", 7, new Detection(new Box(0.123456f, -0.5f, 0.3f, 0.9f), 1, 0.87654f, 12), new Detection(new Box(0, 0, 1, 1), 0, 0.5f)));

        var message = (await witness.Wait("edgevision/yard/cameras/gate/detections", 1))[0];
        var root = JsonDocument.Parse(message.Text).RootElement;
        Assert.Equal(0, message.Qos);
        Assert.Equal("2026-03-01T10:00:00.250Z", root.GetProperty("time").GetString());
        Assert.Equal(7, root.GetProperty("frame_seq").GetInt64());
        Assert.Equal("""{"wait":1,"preprocess":2,"queue":0.25,"run":30.124,"decode":0.5,"total":33.874}""", root.GetProperty("latency_ms").GetRawText());
        Assert.Equal("[416,416]", root.GetProperty("input").GetRawText());
        Assert.Equal(
            """[{"label":"car","class_id":1,"score":0.8765,"box":[0.12346,0,0.3,0.4],"track":12},{"label":"person","class_id":0,"score":0.5,"box":[0,0,1,1],"track":null}]""",
            root.GetProperty("objects").GetRawText());
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(), root.GetProperty("boot_id").GetString());
    }

    [SkippableFact]
    public async Task Two_cameras_at_once_each_have_gapless_numbers_and_lose_nothing()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        using var sink = SinkOf(rig);
        const int each = 300;
        await Task.WhenAll(
            Task.Run(() => Feed("gate")),
            Task.Run(() => Feed("yard")));

        void Feed(string camera)
        {
            for (var frame = 0; frame < each; frame++)
            {
                sink.OnResult(InferredFrame.Of(camera, 2 * frame, new Detection(Box.Full, 0, 0.5f)));
            }
        }

        foreach (var camera in new[] { "gate", "yard" })
        {
            var seen = await witness.Wait($"edgevision/yard/cameras/{camera}/detections", each);
            Assert.Equal(Enumerable.Range(0, each).Select(seq => (seq, 2 * seq)), seen.Select(Numbers));
        }

        Assert.Equal(0, rig.Loop.Counters.DroppedInAll);
    }

    [SkippableFact]
    public async Task A_burst_of_faults_stays_within_a_real_brokers_window_and_arrives_whole()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        await using var rig = await Rig.Online(Rig.Options(broker.Port) with { MaxInFlight = 1000 });
        var most = 0;
        for (var seq = 0; seq < 500; seq++)
        {
            _ = rig.Loop.Publish(rig.Fault(seq));
            most = Math.Max(most, rig.Loop.Counters.InFlight);
        }

        await Eventually.Holds(() =>
        {
            var books = rig.Loop.Counters;
            most = Math.Max(most, books.InFlight);
            return books.Queued + books.InFlight == 0;
        });
        var seen = await witness.Wait("edgevision/yard/faults", 500);
        Assert.Equal(
            Enumerable.Range(0, 500),
            seen.Select(message => JsonDocument.Parse(message.Text).RootElement.GetProperty("seq").GetInt32()));

        // mosquitto's Receive Maximum.
        Assert.InRange(most, 1, 20);
    }

    [SkippableFact]
    public async Task Taking_a_result_allocates_nothing_on_the_pipelines_thread()
    {
        await using var rig = new Rig(Rig.Options(FreePort.Find()));
        using var sink = SinkOf(rig);
        var result = InferredFrame.Of("gate", 1, new Detection(Box.Full, 0, 0.5f), new Detection(Box.Full, 1, 0.4f));
        for (var i = 0; i < 3000; i++)
        {
            // Until the ring has been round.
            sink.OnResult(result);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            sink.OnResult(result);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [SkippableFact]
    public async Task The_books_of_frames_and_messages_balance_in_health()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        using var sink = SinkOf(rig);
        using var health = new HealthReporter(
            rig.Loop, sink, () => [BusyLane("gate")], rig.Messages, rig.Clock, TimeProvider.System, NullLogger<HealthReporter>.Instance);
        var camera = Assert.Single(health.Read().Cameras);
        var fates = camera.Fates;
        Assert.Equal(
            camera.Captured,
            fates.Inferred + fates.Predicted + fates.Still + fates.OverBudget + fates.Superseded + fates.Stale + fates.Failed
            + fates.Off + camera.InSlot + camera.InFlight);
        Assert.Equal((20, 1), (camera.Captured, camera.InSlot));
        Assert.Null(camera.InferredFps);
        Assert.Equal(0, Assert.Single(health.Read().Cameras).InferredFps);
    }

    private static Fault NpuFault() => new(FaultCode.AcceleratorTimedOut, "accelerator npu", "a run did not end within 0.5 s")
    {
        Origin = new FaultOrigin(
            "npu", "QNN", new string('b', 64), FaultStage.CopyOut, "head/resize", "Resize", Action: "ran the frame on cpu",
            Cost: TimeSpan.FromMilliseconds(512.3456)),
    };

    private static MqttResultSink SinkOf(Rig rig) =>
        new(rig.Loop, rig.Messages, rig.Clock, TimeProvider.System, NullLogger<MqttResultSink>.Instance);

    private static CameraLane BusyLane(string camera, int frames = 20)
    {
        var lane = new CameraLane(
            new LanePlan(camera, double.PositiveInfinity, TimeSpan.FromSeconds(1)), new EverythingMoves(), new NoTracks(), new NoRules(), [],
            TimeProvider.System);
        for (var i = 0; i < frames; i++)
        {
            if (i == frames - 1)
            {
                lane.Ledger.CapturedIntoSlot();
            }
            else
            {
                lane.Ledger.CapturedAs((FrameFate)(i % 8));
            }

            lane.Latency.Add(TimeSpan.FromMilliseconds(i));
        }

        return lane;
    }

    private static InfoV1 Info(Rig rig) => new(rig.Clock.Now())
    {
        Name = "Yard",
        Version = "0.1.0",
        Board = "Raspberry Pi 5 Model B",
        System = "Debian GNU/Linux 12, Arm64",
        Cameras = [new InfoCameraV1("gate", "rtsp://192.0.2.20/stream", "yolox-nano")],
        Models = [new InfoModelV1("yolox-nano", new string('b', 64), "416x416", "fp32")],
        Accelerators =
        [
            new InfoAcceleratorV1("cpu", "CPUExecutionProvider", true, "the only one", "yolox-nano", 2, 31.5),
            new InfoAcceleratorV1("npu", "OpenVINO", false, "no such device", null, null, null),
        ],
    };

    private static (int Seq, int Frame) Numbers(ReceivedMessage message)
    {
        var root = JsonDocument.Parse(message.Text).RootElement;
        return (root.GetProperty("seq").GetInt32(), root.GetProperty("frame_seq").GetInt32());
    }

    /// <summary>The schema that the message itself names.</summary>
    private static JsonSchemaValidator Validator(ReceivedMessage message)
    {
        var name = JsonDocument.Parse(message.Text).RootElement.GetProperty("schema").GetString()!.Replace("/", "-v", StringComparison.Ordinal);
        return new JsonSchemaValidator(PayloadSchemas.Read($"{name}.json"));
    }
}
