namespace EdgeVision.Native.OnnxRuntime;

/// <summary>One device that one provider can drive. Good until the library it came from is unregistered.</summary>
public sealed record OrtProviderDevice
{
    /// <summary>The provider's name, such as QNNExecutionProvider.</summary>
    public required string Provider { get; init; }

    /// <summary>Who made the provider.</summary>
    public required string ProviderVendor { get; init; }

    public required OrtHardwareType HardwareType { get; init; }

    /// <summary>Who made the device; empty when unknown.</summary>
    public required string HardwareVendor { get; init; }

    /// <summary>The vendor's PCI number where it has one.</summary>
    public required uint VendorId { get; init; }

    /// <summary>The model's number; it does not tell two equal devices apart.</summary>
    public required uint DeviceId { get; init; }

    /// <summary>What the system says of the device.</summary>
    public required IReadOnlyDictionary<string, string> HardwareMetadata { get; init; }

    /// <summary>What the provider says of the device, such as its version and library_path.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Options that the provider sets by itself for this device.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>The name under which its library was registered; null for a provider inside ONNX Runtime.</summary>
    public string? Library { get; init; }

    internal nint Place { get; init; }

    public override string ToString() => $"{Provider} on {HardwareType} {HardwareVendor} {VendorId:x4}:{DeviceId:x4}";
}
