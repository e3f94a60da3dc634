using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>A device that inference could run on.</summary>
public sealed record FoundDevice
{
    public required string Name { get; init; }

    public required AcceleratorFamily Family { get; init; }

    public required DeviceBus Bus { get; init; }

    /// <summary>Its place on the bus, such as 0000:01:00.0 or 2-1; the compatible word for the system on chip.</summary>
    public required string Address { get; init; }

    /// <summary>Vendor and device number as <c>1e60:2864</c>; empty where there is none.</summary>
    public string Ids { get; init; } = "";

    /// <summary>The kernel driver bound to it; empty when there is none or the bus does not say.</summary>
    public string Driver { get; init; } = "";

    /// <summary>The device files that are there.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>What the catalogue knows of it; null for a processor that it does not list.</summary>
    public KnownDevice? Known { get; init; }

    /// <summary>True when its device file is missing although such devices have one: the driver is not loaded.</summary>
    public bool LacksDriver => Known is { Nodes.Count: > 0 } && Nodes.Count == 0;

    public override string ToString() => $"{Name} ({Bus} {Address})";
}
