using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Inference.Profiling.Roofline;

/// <summary>Watts and price of what a point ran on: the catalogue's, and what a person says of the board.</summary>
/// <param name="hardware">The machine.</param>
/// <param name="board">Said of the board: it holds for the processor and for what lies in the same chip, before the catalogue.</param>
public sealed class PublishedFacts(HardwareInventory hardware, AcceleratorFacts board)
{
    private const string CatalogueCurrency = "USD";

    /// <summary>Of an accelerator by its kind and name.</summary>
    /// <param name="family">Its kind.</param>
    /// <param name="accelerator">Its name in an operating point, which may be a provider's.</param>
    public AcceleratorFacts Of(AcceleratorFamily family, string accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var device = DeviceOf(family, accelerator);
        var known = device?.Known is { } one ? new AcceleratorFacts(one.Watts, one.PriceUsd, one.PriceUsd is null ? null : CatalogueCurrency) : AcceleratorFacts.None;
        return device is { Bus: DeviceBus.Processor or DeviceBus.Soc } ? Prefer(board, known) : known;
    }

    /// <summary>One that the named provider drives, or the only one of its kind; null where that leaves several.</summary>
    private FoundDevice? DeviceOf(AcceleratorFamily family, string accelerator)
    {
        var all = hardware.Devices.Where(device => device.Family == family).ToList();
        var provider = ProviderCatalogue.Find(accelerator)?.Name;
        var driven = all.Where(device => provider is not null && device.Known?.Providers.Contains(provider) == true).ToList();
        return driven is [var fitting] ? fitting : all is [var only] ? only : null;
    }

    private static AcceleratorFacts Prefer(AcceleratorFacts said, AcceleratorFacts published) => new(
        said.Watts ?? published.Watts, said.Price ?? published.Price, said.Price is null ? published.Currency : said.Currency);
}
