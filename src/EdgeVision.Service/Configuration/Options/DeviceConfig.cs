using System.ComponentModel.DataAnnotations;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>One device: its cameras, models, accelerators and broker. Relative paths start at this file's folder.</summary>
public sealed record DeviceConfig
{
    /// <summary>Who this device is.</summary>
    public required DeviceOptions Device { get; init; }

    /// <summary>The broker that results go to.</summary>
    public MqttOptions Mqtt { get; init; } = new();

    /// <summary>The models that cameras choose from, each under a name of yours; 'default' is used where a camera names none. Each is a manifest's name or path, or a mapping with overrides.</summary>
    public IReadOnlyDictionary<string, ModelOptions> Models { get; init; } = new Dictionary<string, ModelOptions>();

    /// <summary>What inference runs on: auto, {prefer: lowest-energy}, a kind of device, a provider, or a list of such in the order of preference, each with its settings.</summary>
    public IReadOnlyList<AcceleratorOptions> Accelerators { get; init; } = [new()];

    /// <summary>The cameras, at least one.</summary>
    [MinLength(1)]
    [MaxLength(64)]
    public required IReadOnlyList<CameraOptions> Cameras { get; init; }

    /// <summary>What this device trusts.</summary>
    public SecurityOptions Security { get; init; } = new();

    /// <summary>What the program tells about itself.</summary>
    public LogOptions Log { get; init; } = new();
}
