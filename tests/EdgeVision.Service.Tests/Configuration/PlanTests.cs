using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Frames;
using EdgeVision.Service.Configuration;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Tests.Configuration;

public class PlanTests
{
    [Fact]
    public void WhatIsLeftOutHasSensibleValues()
    {
        var plan = Device.Load(Device.Small).Plan!;

        Assert.Equal(("pi", "pi"), (plan.DeviceId, plan.DeviceName));
        Assert.Equal(("localhost", 1883, "edgevision/pi", "edgevision-pi"), (plan.Mqtt.Host, plan.Mqtt.Port, plan.Mqtt.BaseTopic, plan.Mqtt.ClientId));
        Assert.Equal(LogLevel.Information, plan.LogLevel);
        var accelerator = Assert.Single(plan.Accelerators);
        Assert.Equal(("auto", true, true), (accelerator.Name, accelerator.IsAuto, accelerator.TakesProcessor));
        Assert.InRange(accelerator.Threads, 1, 4);
        var camera = Assert.Single(plan.Cameras);
        Assert.Equal(("gate", double.PositiveInfinity, TimeSpan.FromMilliseconds(500), 1.0), (camera.Lane.CameraId, camera.Lane.MaxFramesPerSecond, camera.Lane.Deadline, camera.Lane.Weight));
        Assert.Equal("yolox-nano", camera.Model.Model.Name);
        Assert.Empty(camera.Objects);
    }

    [Fact]
    public void EveryKeyArrivesInThePlan()
    {
        using var folder = new SecretFolder();
        folder.Write("pw", "x\n");
        folder.Write("ca", "x");
        var loaded = Device.Load(
            """
            device: {id: pi, name: Pi, timezone: Europe/Berlin}
            mqtt: {host: 192.0.2.1, username: u, password_file: pw, tls: {ca: ca}, base_topic: a/b, client_id: c, keep_alive: 1m}
            models: {default: {manifest: yolox-nano, score: 0.3, nms: 0.6}, unused: fastestdet}
            accelerators: [{provider: cpu, threads: 2, spinning: true}]
            cameras:
              - id: gate
                name: Gate
                source: rtsp://u@192.0.2.2:554/s
                password_file: pw
                capture: {scale: 768x432, fps: 5, pace: asap, transport: udp, timeout: 5s}
                detect: {fps: {min: 1, max: 4}, deadline: 1s, weight: 2, objects: [Person, car]}
              - id: door
                source: {command: [cam, -x], size: 640x480, format: rgb24, fps: 10}
            log: {level: warning}
            """u8.ToArray(),
            folder.Path);

        Assert.Equal("", loaded.Errors.ToString());
        var plan = loaded.Plan!;
        Assert.Equal("Europe/Berlin", plan.Zone.Id);
        Assert.Equal((8883, "a/b", "c", TimeSpan.FromMinutes(1)), (plan.Mqtt.Port, plan.Mqtt.BaseTopic, plan.Mqtt.ClientId, plan.Mqtt.KeepAlive));
        Assert.Equal((Path.Combine(folder.Path, "pw"), Path.Combine(folder.Path, "ca")), (plan.Mqtt.PasswordFile, plan.Mqtt.Tls!.Ca));
        var model = Assert.Single(plan.Models).Value;
        Assert.Equal((0.3, 0.6), (model.Score, model.Nms));
        Assert.Equal((2, true), (plan.Accelerators[0].Threads, plan.Accelerators[0].Spinning));
        var gate = plan.Cameras[0];
        Assert.Equal((4.0, TimeSpan.FromSeconds(1), 2.0, 1.0), (gate.Lane.MaxFramesPerSecond, gate.Lane.Deadline, gate.Lane.Weight, gate.MinFramesPerSecond));
        Assert.Equal(["person", "car"], gate.Objects);
        Assert.Equal(new CaptureOptions { Scale = new PictureSize(768, 432), Fps = 5, Pace = CapturePace.Asap, Transport = StreamTransport.Udp, Timeout = TimeSpan.FromSeconds(5) } with { Hwaccel = gate.Capture.Hwaccel, ExtraArgs = gate.Capture.ExtraArgs }, gate.Capture);
        var command = Assert.IsType<CommandSpec>(plan.Cameras[1].Source).Options;
        Assert.Equal(["cam", "-x"], command.Command);
        Assert.Equal((new PictureSize(640, 480), RawPixelFormat.Rgb24, 10.0), (command.Size, command.Format, command.Fps));
        Assert.Equal(LogLevel.Warning, plan.LogLevel);
    }

    [Fact]
    public void RelativePathsStartAtTheFilesFolderAndNamesDoNot()
    {
        using var folder = new SecretFolder();
        folder.Write("v.mp4", "x");
        var yaml = Device.Small.Replace("synthetic:street", "v.mp4", StringComparison.Ordinal);
        var path = folder.Write("d.yaml", yaml.Replace("yolox-nano", "models/x", StringComparison.Ordinal));
        var models = new StubModels();

        var loaded = new DeviceConfigLoader(models).Load(path, new Dictionary<string, string>());

        Assert.Equal([Path.Combine(folder.Path, "models/x")], models.Asked);
        Assert.Contains($"{path}:2:19: models.default: there is no model 'models/x'", loaded.Errors.ToString(), StringComparison.Ordinal);
        var plan = Device.Load(System.Text.Encoding.UTF8.GetBytes(yaml), folder.Path).Plan!;
        Assert.Equal(Path.Combine(folder.Path, "v.mp4"), Assert.IsType<PathSpec>(plan.Cameras[0].Source).Path);
    }

    [Fact]
    public void AModelsFolderBesideTheFileIsWrittenAsAPath()
    {
        using var folder = new SecretFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "yard-int8"));
        folder.Write("yard-int8/model.yaml", "name: yard-int8");
        var path = folder.Write("d.yaml", Device.Small.Replace("yolox-nano", "yard-int8", StringComparison.Ordinal));

        var loaded = new DeviceConfigLoader(new StubModels()).Load(path, new Dictionary<string, string>());

        Assert.Contains("write './yard-int8'", loaded.Errors.ToString(), StringComparison.Ordinal);
    }
}
