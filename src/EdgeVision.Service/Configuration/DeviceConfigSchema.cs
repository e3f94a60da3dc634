using EdgeVision.Capture.Sources;
using EdgeVision.Core.Frames;
using EdgeVision.Inference.Models;
using EdgeVision.Messaging.Transport;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Service.Configuration;

/// <summary>The device file's form, once for reading and for editors.</summary>
public static class DeviceConfigSchema
{
    /// <summary>Binders of a device file.</summary>
    public static BinderRegistry Registry { get; } = new BinderRegistry()
        .Add(typeof(PictureSize), new PictureSizeBinder())
        .AddShorthand<ModelOptions>("manifest")
        .Add(typeof(SourceSpec), new SourceBinder())
        .AddShorthand<AcceleratorOptions>("provider")
        .AddOneOrMany<AcceleratorOptions>()
        .AddPlannedKeys<DeviceConfig>("power", "outbox", "history", "profiles", "web")
        .AddPlannedKeys<DeviceOptions>("board")
        .AddPlannedKeys<MqttOptions>("home_assistant")
        .AddPlannedKeys<CameraOptions>("active", "motion", "zones", "lines", "snapshots")
        .AddPlannedKeys<DetectOptions>("regions");

    /// <summary>The JSON Schema of a device file: device-configs/schema.json.</summary>
    public static string Write() => SchemaGenerator.Write<DeviceConfig>(
        "https://edgevision.invalid/schema/device.json", "EdgeVision device configuration", Registry);
}
