using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>Tries the accelerators that the device file asks for, and the devices that are there.</summary>
/// <param name="root">The machine.</param>
/// <param name="accelerators">Of the device file; none stands for auto.</param>
/// <param name="probes">Try them.</param>
public sealed class AcceleratorCheck(SystemTree root, IReadOnlyList<AcceleratorPlan> accelerators, BoundedProbes probes) : ICheck
{
    public string Subject => "accelerators";

    // Children are begun for 8 s and each has 8 s.
    public TimeSpan Limit => TimeSpan.FromSeconds(17);

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var runtime = await probes.LookAsync(cancellation).ConfigureAwait(false);
        if (!runtime.IsThere)
        {
            findings.Warn(Subject, "none was tried: ONNX Runtime was not found", "see ONNX Runtime above", runtime.Error.Split('\n'));
            return;
        }

        // What the file asks for comes first, as long as there is time.
        var plugins = await new PluginSurveyor(runtime, probes.ListAsync, probes.TryAsync)
            .SurveyAsync(accelerators.Select(PluginLibraries.Of).OfType<PluginLibrary>(), cancellation).ConfigureAwait(false);
        var surveyor = new DeviceSurveyor(runtime, probes.TryAsync) { TriesUnseen = accelerators.Any(one => one.Family is not null || one.Prefer is not null) };
        var named = new Dictionary<AcceleratorPlan, ProviderVerdict>(ReferenceEqualityComparer.Instance);
        foreach (var accelerator in accelerators.Where(one => one.Library is null))
        {
            if (accelerator.Provider is { } provider)
            {
                named[accelerator] = await surveyor.JudgeAsync(provider, accelerator.Options, cancellation).ConfigureAwait(false);
            }
        }

        var survey = (await surveyor.SurveyAsync(HardwareScan.Read(root), cancellation).ConfigureAwait(false)).With(plugins);
        new AskedFindings(findings, survey, named).Add(accelerators);
        foreach (var device in survey.Devices)
        {
            DeviceFindings.Add(findings, device);
        }
    }
}
