namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Says of plug-in provider libraries what works and what is missing.</summary>
/// <param name="runtime">The library that they are registered in, or why there is none.</param>
/// <param name="list">Loads one and lists its devices, in another process.</param>
/// <param name="probe">Tries one of these devices, in another process.</param>
public sealed class PluginSurveyor(
    LoadedRuntime runtime,
    Func<PluginLibrary, CancellationToken, Task<PluginListing>> list,
    Func<PluginLibrary, int, CancellationToken, Task<ProbeReport>> probe)
{
    private readonly PluginWords _words = new(runtime);

    /// <returns>A line for each device, and one for each library without any.</returns>
    public async Task<IReadOnlyList<PluginVerdict>> SurveyAsync(IEnumerable<PluginLibrary> libraries, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        var verdicts = new List<PluginVerdict>();
        foreach (var library in libraries)
        {
            verdicts.AddRange(await SurveyAsync(library, cancellation).ConfigureAwait(false));
        }

        return verdicts;
    }

    private async Task<IReadOnlyList<PluginVerdict>> SurveyAsync(PluginLibrary library, CancellationToken cancellation)
    {
        if (!runtime.IsThere)
        {
            return [new PluginVerdict(library, null, "ONNX Runtime was not found", runtime.Error, null)];
        }

        var listing = await list(library, cancellation).ConfigureAwait(false);
        if (listing.Devices.Count == 0)
        {
            return [Judge(library, null, new ProbeReport(listing.Outcome, listing.Message, 0, 0))];
        }

        var verdicts = new List<PluginVerdict>();
        for (var place = 0; place < listing.Devices.Count; place++)
        {
            verdicts.Add(Judge(library, listing.Devices[place], await probe(library, place, cancellation).ConfigureAwait(false)));
        }

        return verdicts;
    }

    private PluginVerdict Judge(PluginLibrary library, PluginDevice? device, ProbeReport report)
    {
        var (reason, step) = report.IsUsable ? ("", "") : _words.Of(library, device, report);
        return new PluginVerdict(library, device, reason, step, report);
    }
}
