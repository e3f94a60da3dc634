namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Why a plug-in provider library cannot be used, and what to do.</summary>
internal sealed class PluginWords(LoadedRuntime runtime)
{
    public (string Reason, string Step) Of(PluginLibrary library, PluginDevice? device, ProbeReport report)
    {
        if (NewerRuntime.WantedIn(report.Message) is { } wanted)
        {
            return (
                $"it was built for ONNX Runtime {wanted} or later, and this is {runtime.Version}",
                $"take the vendor's library for ONNX Runtime {runtime.Version}, or name an ONNX Runtime {wanted} or later in EDGEVISION_ORT");
        }

        var reason = report.Outcome switch
        {
            ProbeOutcome.Unloadable => $"the library does not load: {report.Message}",
            ProbeOutcome.NoDevice => $"the library loads and finds no device{report.Message}",
            ProbeOutcome.Refused when device is null => $"the library refuses to start: {LibraryWords.Plain(report.Message)}",
            _ => ProbeWords.Reason(report.Outcome, report.Message),
        };
        return (reason, Step(library, device, report.Outcome));
    }

    private string Step(PluginLibrary library, PluginDevice? device, ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Unloadable =>
            $"set the library of {library.Name} to the file that its vendor calls the ONNX Runtime plug-in provider, for {runtime.System}, with the libraries it needs beside it",
        ProbeOutcome.NoDevice => "see that the device is plugged in, that its driver is loaded, and that the service's user may open its device file",
        ProbeOutcome.Hung => "try it with more time: edgevision devices --probe-seconds 120; if it hangs still, restart the device and update its driver",
        ProbeOutcome.Untried => "edgevision devices",
        ProbeOutcome.Refused when device is not null => $"compare the options of {library.Name} with its vendor's page, and see that the driver and the libraries it names are installed",
        _ => $"install driver and library of {library.Name} of one release, as its vendor pairs them, for ONNX Runtime {runtime.Version}",
    };
}
