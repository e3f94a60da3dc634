using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>A device whose ids and published figures are known. Figures are the vendor's peak, not what a model achieves.</summary>
public sealed record KnownDevice
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required AcceleratorFamily Family { get; init; }

    /// <summary>PCI vendor and device as <c>1e60:2864</c>; <c>10de:*</c> for all of a vendor.</summary>
    public IReadOnlyList<string> Pci { get; init; } = [];

    /// <summary>The PCI class of a whole vendor's devices, as its first two digits: 03 for displays.</summary>
    public string PciClass { get; init; } = "";

    /// <summary>USB vendor and product as <c>18d1:9302</c>.</summary>
    public IReadOnlyList<string> Usb { get; init; } = [];

    /// <summary>Device-tree words of a board or chip that carries it, such as rockchip,rk3588.</summary>
    public IReadOnlyList<string> Compatible { get; init; } = [];

    /// <summary>Device files by which its driver is reached, with * at the end for a number.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>Providers that could drive it, best first; empty when ONNX Runtime has none.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Peak tera-operations per second, a multiply-accumulate being two; null when unpublished.</summary>
    public double? PeakTops { get; init; }

    /// <summary>What the peak is counted in, and what is special about it: int8, sparse.</summary>
    public string PeakOf { get; init; } = "";

    /// <summary>Watts at work; null when unpublished.</summary>
    public double? Watts { get; init; }

    /// <summary>Price in US dollars at launch; null when unknown.</summary>
    public double? PriceUsd { get; init; }

    /// <summary>Who published the figures.</summary>
    public string Source { get; init; } = "";

    /// <summary>What to do when its driver or provider is missing.</summary>
    public string Step { get; init; } = "";
}
