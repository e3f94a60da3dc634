using EdgeVision.Capture.Sources;
using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Topics;
using EdgeVision.Messaging.Transport;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Rules;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Configuration.Plans;

/// <summary>Resolves options that have passed all rules.</summary>
internal static class PlanBuilder
{
    public static DevicePlan Build(DeviceDraft draft)
    {
        var config = draft.Config;
        var models = config.Models
            .Where(m => config.Cameras.Any(c => c.Detect.Model == m.Key))
            .ToDictionary(m => m.Key, m => new ModelPlan(m.Key, draft.Ask(m.Value.Manifest).Model!, m.Value.Score, m.Value.Nms), StringComparer.Ordinal);
        return new DevicePlan
        {
            DeviceId = config.Device.Id,
            DeviceName = config.Device.Name ?? config.Device.Id,
            Zone = config.Device.Timezone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Local,
            Mqtt = Broker(draft),
            Models = models,
            ModelSigners = config.Security.RequireSignedModels ? [.. config.Security.TrustedKeys.Select(draft.Absolute)] : null,
            Accelerators = [.. config.Accelerators.Select(options => AcceleratorPlans.Build(draft, options))],
            Cameras = [.. config.Cameras.Select(c => Camera(draft, c, models[c.Detect.Model]))],
            LogLevel = Level(config.Log.Level),
        };
    }

    private static MqttOptions Broker(DeviceDraft draft)
    {
        var mqtt = draft.Config.Mqtt;
        var id = draft.Config.Device.Id;
        return mqtt with
        {
            Port = mqtt.Tls is not null && !draft.IsWritten("mqtt.port") ? 8883 : mqtt.Port,
            BaseTopic = mqtt.BaseTopic ?? TopicTree.DefaultBase(id),
            ClientId = mqtt.ClientId ?? TopicTree.DefaultClientId(id),
            PasswordFile = Absolute(draft, mqtt.PasswordFile),
            Tls = mqtt.Tls is not { } tls ? null : tls with { Ca = Absolute(draft, tls.Ca), Cert = Absolute(draft, tls.Cert), Key = Absolute(draft, tls.Key) },
        };
    }

    private static CameraPlan Camera(DeviceDraft draft, CameraOptions camera, ModelPlan model) => new()
    {
        Lane = new LanePlan(camera.Id, camera.Detect.Fps.Max ?? double.PositiveInfinity, camera.Detect.Deadline, camera.Detect.Weight),
        Name = camera.Name ?? camera.Id,
        Source = Source(draft, camera.Source),
        PasswordFile = Absolute(draft, camera.PasswordFile),
        Capture = camera.Capture,
        Model = model,
        MinFramesPerSecond = camera.Detect.Fps.Min,
        Objects = [.. camera.Detect.Objects.Select(name => model.Model.Labels.First(label => label.Equals(name, StringComparison.OrdinalIgnoreCase)))],
    };

    private static SourceSpec Source(DeviceDraft draft, SourceSpec source)
        => source is PathSpec file ? file with { Path = draft.Absolute(file.Path) } : source;

    private static string? Absolute(DeviceDraft draft, string? path) => path is null ? null : draft.Absolute(path);

    private static LogLevel Level(LogChoice choice) => choice switch
    {
        LogChoice.Trace => LogLevel.Trace,
        LogChoice.Debug => LogLevel.Debug,
        LogChoice.Warning => LogLevel.Warning,
        LogChoice.Error => LogLevel.Error,
        _ => LogLevel.Information,
    };
}
