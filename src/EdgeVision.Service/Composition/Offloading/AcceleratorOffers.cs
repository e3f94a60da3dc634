using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Inference.Offloading;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>From what a configuration says of accelerators to what models can be run on here.</summary>
/// <param name="plans">As configured.</param>
/// <param name="library">ONNX Runtime.</param>
internal sealed class AcceleratorOffers(IReadOnlyList<AcceleratorPlan> plans, OrtLibrary library)
{
    // CUDA starts for seconds; TensorRT builds even a tiny engine for longer on a small board.
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is more to decide on than the start waits for: what is not named, or what auto has to measure.</summary>
    public bool NeedsLook => NeedsSurvey || (IsAuto && plans.Any(static one => one.Library is not null));

    private bool IsAuto => plans.Any(static one => one.IsAuto);

    private bool NeedsSurvey => plans.Any(static one => one.IsAuto || one.Family is not null) && library.AvailableProviders.Count > 1;

    /// <summary>What is named, in the order as written; the processor last where it is not.</summary>
    public IReadOnlyList<AcceleratorOffer> Named() => Unique(plans.SelectMany(static one => Of(one)));

    /// <summary>The same with what was found for auto and for families, and with the families that plug-ins' devices name.</summary>
    public async Task<IReadOnlyList<AcceleratorOffer>> FoundAsync(CancellationToken cancellation)
    {
        var probes = new ProbeProcess(OwnProgram.AsProbe, ProbeLimit);
        var found = NeedsSurvey ? await SurveyAsync(probes, cancellation).ConfigureAwait(false) : [];
        var offers = new List<AcceleratorOffer>();
        foreach (var plan in plans)
        {
            offers.AddRange(
                plan.IsAuto ? found : plan.Family is { } family ? found.Where(one => one.Family == family)
                : await WithFamilyAsync(Of(plan), plan, probes, cancellation).ConfigureAwait(false));
        }

        return Unique(offers);
    }

    private async Task<IReadOnlyList<AcceleratorOffer>> SurveyAsync(ProbeProcess probes, CancellationToken cancellation)
    {
        // The processor needs no probe: it runs this service's models already.
        var hardware = HardwareScan.Read();
        var others = hardware with { Devices = [.. hardware.Devices.Where(static device => device.Bus != DeviceBus.Processor)] };
        var runtime = new LoadedRuntime(library.Version, library.Path, library.AvailableProviders, Native.LibraryProbe.RuntimeIdentifier);
        var survey = await new DeviceSurveyor(runtime, probes.TryAsync).SurveyAsync(others, cancellation).ConfigureAwait(false);
        return
        [
            .. survey.Devices.SelectMany(static device => device.Providers.Where(static one => one.Usable).Select(one => Of(one, device.Device.Family))),
            .. survey.Unseen.Where(static one => one.Usable && one.Provider != AcceleratorOffer.Processor.Provider)
                .Select(static one => Of(one, ProviderCatalogue.Find(one.Provider)!.Serves[0].Family)),
        ];
    }

    /// <summary>Only a preference asks for it, so a plug-in that does not tell stays what it is.</summary>
    private static async Task<IEnumerable<AcceleratorOffer>> WithFamilyAsync(
        IEnumerable<AcceleratorOffer> offers, AcceleratorPlan plan, ProbeProcess probes, CancellationToken cancellation) =>
        PluginLibraries.Of(plan) is { } plugin && (await probes.ListAsync(plugin, cancellation).ConfigureAwait(false)).Devices is [{ Family: var family }, ..]
            ? offers.Select(offer => offer with { Family = family }) : offers;

    /// <summary>Nothing for a word that leaves open what it will be.</summary>
    private static IEnumerable<AcceleratorOffer> Of(AcceleratorPlan plan)
    {
        if (plan.IsAuto || plan.Family is not null)
        {
            return [];
        }

        if (plan.Provider is { Way: ProviderWay.Always })
        {
            return [AcceleratorOffer.Processor];
        }

        var target = plan.Provider?.Serves.FirstOrDefault(one => one.Options.Count > 0 && one.Options.All(plan.Options.Contains)) ?? plan.Provider?.Serves[0];
        return [new AcceleratorOffer(plan.Library is null ? NameOf(plan.Name) : plan.Name, plan.Name, target?.Family ?? AcceleratorFamily.Npu)
        {
            Options = plan.Options, Library = plan.Library, IsInProcess = plan.Isolation == Isolation.None,
        }];
    }

    private static AcceleratorOffer Of(ProviderVerdict verdict, AcceleratorFamily family) =>
        new(NameOf(verdict.Provider), verdict.Provider, family) { Options = verdict.Options };

    private static string NameOf(string provider) => provider.ToLowerInvariant();

    /// <summary>One provider may drive two devices, which then need names of their own.</summary>
    private static List<AcceleratorOffer> Unique(IEnumerable<AcceleratorOffer> offers)
    {
        var unique = new List<AcceleratorOffer>();
        foreach (var offer in offers)
        {
            var twins = unique.Count(one => one.Provider == offer.Provider);
            if (!unique.Exists(one => one.Provider == offer.Provider && one.Library == offer.Library && SameOptions(one, offer)))
            {
                unique.Add(twins == 0 ? offer : offer with { Name = $"{offer.Name}-{twins + 1}" });
            }
        }

        return unique.Exists(static one => one.IsProcessor) ? unique : [.. unique, AcceleratorOffer.Processor];
    }

    private static bool SameOptions(AcceleratorOffer one, AcceleratorOffer other) =>
        one.Options.Count == other.Options.Count && one.Options.All(other.Options.Contains);
}
