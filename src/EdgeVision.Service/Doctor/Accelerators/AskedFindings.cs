using System.Globalization;
using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>What is said of the accelerators that the device file asks for.</summary>
/// <param name="findings">Takes them.</param>
/// <param name="survey">What is there.</param>
/// <param name="named">The verdicts on providers that were asked for by name.</param>
internal sealed class AskedFindings(FindingList findings, DeviceSurvey survey, IReadOnlyDictionary<AcceleratorPlan, ProviderVerdict> named)
{
    public void Add(IReadOnlyList<AcceleratorPlan> accelerators)
    {
        if (accelerators.Count == 0)
        {
            Auto("accelerators", null);
        }

        foreach (var accelerator in accelerators)
        {
            var subject = $"accelerator {accelerator.Name}";
            if (accelerator.Library is not null)
            {
                Plugin(subject, accelerator);
            }
            else if (named.TryGetValue(accelerator, out var verdict))
            {
                Provider(subject, verdict);
            }
            else if (accelerator.Family is { } family)
            {
                Family(subject, family, isOnlyOne: !accelerators.Any(other => !ReferenceEquals(other, accelerator) && Works(other)));
            }
            else
            {
                Auto(subject, accelerator.Prefer);
            }
        }
    }

    private IEnumerable<PluginVerdict> Of(AcceleratorPlan accelerator) =>
        survey.Plugins.Where(plugin => plugin.Library.Name == accelerator.Name && plugin.Library.Path == accelerator.Library);

    private bool Works(AcceleratorPlan accelerator) =>
        accelerator.Library is not null ? Of(accelerator).Any(static plugin => plugin.Usable)
        : named.TryGetValue(accelerator, out var verdict) ? verdict.Usable
        : accelerator.Family is not { } family || Usable(family).Any();

    private void Plugin(string subject, AcceleratorPlan accelerator)
    {
        var all = Of(accelerator).ToList();
        if (all.Find(static plugin => plugin.Usable) is { Device: { } device } usable)
        {
            findings.Ok(subject, $"usable: {device.Vendor} {Word(device.Family)}{Times(usable.Probe)}{DeviceFindings.Limit(usable.Probe)}");
        }
        else
        {
            findings.Fail(subject, $"not usable: {all[0].Reason}", all[0].Step);
        }
    }

    private void Provider(string subject, ProviderVerdict verdict)
    {
        if (verdict.Usable)
        {
            findings.Ok(subject, $"usable{Times(verdict.Probe)}{DeviceFindings.Limit(verdict.Probe)}");
        }
        else
        {
            findings.Fail(subject, $"not usable: {verdict.Reason}", verdict.Step);
        }
    }

    /// <summary>A kind is a wish: where it is missing the next in the list serves, if there is one.</summary>
    private void Family(string subject, AcceleratorFamily family, bool isOnlyOne)
    {
        var usable = Usable(family).ToList();
        if (usable.Count > 0)
        {
            findings.Ok(subject, $"usable: {string.Join(", ", usable)}");
            return;
        }

        var there = survey.Devices.FirstOrDefault(device => device.Device.Family == family);
        findings.Add(new Finding(
            isOnlyOne ? CheckState.Fail : CheckState.Warn, subject,
            there is null ? $"this machine shows no {Word(family)}" : $"{there.Device.Name} is not usable",
            there?.Step ?? $"write accelerators: auto, or plug the {Word(family)} in and see: edgevision devices"));
    }

    private void Auto(string subject, AcceleratorPreference? prefer)
    {
        AcceleratorFamily[] families = [.. Enum.GetValues<AcceleratorFamily>().Where(family => Usable(family).Any())];
        var among = string.Join(", ", families.Select(Through));
        AcceleratorFamily? wished = prefer switch { AcceleratorPreference.Npu => AcceleratorFamily.Npu, AcceleratorPreference.Gpu => AcceleratorFamily.Gpu, _ => null };
        if (families.Length == 0)
        {
            findings.Fail(subject, "nothing here runs a model, not even the processor", "edgevision devices");
        }
        else if (wished is { } family && !families.Contains(family))
        {
            findings.Warn(subject, $"there is no usable {Word(family)}; it chooses among {among}", "edgevision devices says what is missing; or write accelerators: auto");
        }
        else
        {
            findings.Ok(subject, families.Length == 1 ? $"there is only the {among}" : $"it chooses among {among}");
        }
    }

    /// <summary>The providers that work on devices of a kind.</summary>
    private IEnumerable<string> Usable(AcceleratorFamily family) =>
        survey.Devices.Where(device => device.Device.Family == family).SelectMany(static device => device.Providers)
            .Concat(survey.Unseen.Where(provider => ProviderCatalogue.Find(provider.Provider)?.Serves[0].Family == family))
            .Where(static provider => provider.Usable).Select(static provider => provider.Provider)
            .Concat(survey.Plugins.Where(plugin => plugin.Usable && plugin.Family == family).Select(static plugin => plugin.Provider))
            .Distinct();

    /// <summary>A kind and by what it is driven, where that says more.</summary>
    private string Through(AcceleratorFamily family)
    {
        var (word, providers) = (Word(family), string.Join(", ", Usable(family)));
        return word == providers ? word : $"{word} ({providers})";
    }

    private static string Times(ProbeReport? probe) => probe is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $", a tiny model opens in {probe.OpenMs:0} ms and runs in {probe.RunMs:0.#} ms");

    private static string Word(AcceleratorFamily family) => family is AcceleratorFamily.Neuromorphic ? "neuromorphic" : family.ToString().ToUpperInvariant();
}
