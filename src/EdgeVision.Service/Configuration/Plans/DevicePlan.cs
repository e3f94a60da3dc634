using EdgeVision.Messaging.Transport;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Configuration.Plans;

/// <summary>A device file, validated and resolved: defaults filled in, paths absolute, names looked up.</summary>
public sealed record DevicePlan
{
    public required string DeviceId { get; init; }

    /// <summary>For people.</summary>
    public required string DeviceName { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>With base topic and client id filled in and absolute paths.</summary>
    public required MqttOptions Mqtt { get; init; }

    /// <summary>The models by the names cameras use; only those that a camera uses.</summary>
    public required IReadOnlyDictionary<string, ModelPlan> Models { get; init; }

    /// <summary>Public keys, one of which must have signed each model; null when none need be signed.</summary>
    public required IReadOnlyList<string>? ModelSigners { get; init; }

    /// <summary>At least one, in the order of preference.</summary>
    public required IReadOnlyList<AcceleratorPlan> Accelerators { get; init; }

    /// <summary>The first accelerator that the processor satisfies; where none does, the first one's settings for it.</summary>
    public AcceleratorPlan ForProcessor => AcceleratorPlan.ForProcessor(Accelerators);

    /// <summary>At least one.</summary>
    public required IReadOnlyList<CameraPlan> Cameras { get; init; }

    public required LogLevel LogLevel { get; init; }
}
