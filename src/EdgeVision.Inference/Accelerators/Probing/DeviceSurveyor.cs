using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Puts hardware, providers and probes together.</summary>
/// <param name="runtime">The library, or why there is none.</param>
/// <param name="probe">Tries a provider with options; one that may crash or hang must be tried in another process.</param>
public sealed class DeviceSurveyor(
    LoadedRuntime runtime, Func<ProviderEntry, IReadOnlyDictionary<string, string>, CancellationToken, Task<ProbeReport>> probe)
{
    private readonly Dictionary<string, ProbeReport> _probed = new(StringComparer.Ordinal);

    /// <summary>Tries also the providers in the library that no device found here asks for.</summary>
    public bool TriesUnseen { get; init; } = true;

    public async Task<DeviceSurvey> SurveyAsync(HardwareInventory hardware, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(hardware);
        var devices = new List<DeviceVerdict>();
        foreach (var device in hardware.Devices)
        {
            var verdicts = new List<ProviderVerdict>();
            foreach (var provider in Candidates(device, hardware.Processor))
            {
                verdicts.Add(await JudgeForAsync(provider, device, cancellation).ConfigureAwait(false));
            }

            devices.Add(new DeviceVerdict(device, verdicts, verdicts.Exists(one => one.Usable) ? "" : Step(device, verdicts)));
        }

        return new DeviceSurvey(devices, TriesUnseen ? await UnseenAsync(devices, cancellation).ConfigureAwait(false) : []);
    }

    private static IEnumerable<ProviderEntry> Candidates(FoundDevice device, CpuInfo processor)
    {
        IEnumerable<string> names = device.Known?.Providers
            ?? (processor.Architecture == "arm64" ? ["CPU", "XNNPACK", "ACL"] : processor.Vendor == "intel" ? ["CPU", "OpenVINO", "XNNPACK"] : ["CPU", "XNNPACK"]);
        return names.Select(name => ProviderCatalogue.Find(name)!);
    }

    private async Task<List<ProviderVerdict>> UnseenAsync(List<DeviceVerdict> devices, CancellationToken cancellation)
    {
        var asked = devices.SelectMany(device => device.Providers).Select(verdict => verdict.Provider).ToHashSet(StringComparer.Ordinal);
        var unseen = new List<ProviderVerdict>();
        foreach (var provider in ProviderCatalogue.Providers.Where(one => runtime.Providers.Contains(one.OrtName) && !asked.Contains(one.Name)))
        {
            unseen.Add(await JudgeForAsync(provider, null, cancellation).ConfigureAwait(false));
        }

        return unseen;
    }

    /// <summary>Judges a provider with options of one's own.</summary>
    public Task<ProviderVerdict> JudgeAsync(ProviderEntry provider, IReadOnlyDictionary<string, string> options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);
        return JudgeAsync(provider, options, null, cancellation);
    }

    private Task<ProviderVerdict> JudgeForAsync(ProviderEntry provider, FoundDevice? device, CancellationToken cancellation)
    {
        var options = provider.Serves.FirstOrDefault(target => device is null || target.Family == device.Family)?.Options
            ?? new Dictionary<string, string>();
        return JudgeAsync(provider, options, device, cancellation);
    }

    private async Task<ProviderVerdict> JudgeAsync(
        ProviderEntry provider, IReadOnlyDictionary<string, string> options, FoundDevice? device, CancellationToken cancellation)
    {
        if (Obstacle(provider, device) is { } obstacle)
        {
            return new ProviderVerdict(provider.Name, options, false, obstacle.Reason, obstacle.Step, null);
        }

        var key = $"{provider.Name} {string.Join(' ', options.Select(option => $"{option.Key}={option.Value}"))}";
        if (!_probed.TryGetValue(key, out var report))
        {
            report = await probe(provider, options, cancellation).ConfigureAwait(false);
            _probed[key] = report;
        }

        return new ProviderVerdict(provider.Name, options, report.IsUsable, ProbeWords.Reason(report.Outcome, report.Message), report.IsUsable ? "" : AfterProbe(provider, device), report);
    }

    /// <summary>What shows without a probe that it cannot work; the hardware's own troubles first.</summary>
    private (string Reason, string Step)? Obstacle(ProviderEntry provider, FoundDevice? device)
    {
        if (device is { LacksDriver: true, Known: { } known })
        {
            return ($"its driver is not loaded: there is no {Words.Or(known.Nodes)}", known.Step);
        }

        if (!runtime.IsThere)
        {
            return ("ONNX Runtime was not found", runtime.Error);
        }

        if (!provider.Platforms.Contains(runtime.System))
        {
            return ($"{provider.Name} is not made for {runtime.System} but for {string.Join(", ", provider.Platforms)}", device?.Known?.Step ?? provider.Step);
        }

        if (provider.Way == ProviderWay.Export)
        {
            return (provider.Note, provider.Step);
        }

        return runtime.Providers.Contains(provider.OrtName) ? null : ($"ONNX Runtime {runtime.Version} at {runtime.Path} was built without {provider.Name}", provider.Step);
    }

    private static string AfterProbe(ProviderEntry provider, FoundDevice? device) =>
        provider.Needs.Count == 0 ? device?.Known?.Step ?? provider.Step : $"check that these are installed: {string.Join(", ", provider.Needs)}; {provider.Step}";

    private static string Step(FoundDevice device, List<ProviderVerdict> verdicts) =>
        verdicts.Count > 0 ? verdicts[0].Step : device.Known?.Step ?? "";
}
