using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>What is said of a device that is there, whether the file asks for it or not.</summary>
internal static class DeviceFindings
{
    public static void Add(FindingList findings, DeviceVerdict verdict)
    {
        var device = verdict.Device;
        if (device.Family == AcceleratorFamily.Cpu && verdict.IsUsable)
        {
            // The line "processor" has said it.
            return;
        }

        var subject = $"device {device.Name}";
        if (verdict.Providers.FirstOrDefault(provider => provider.Usable) is { } usable)
        {
            findings.Ok(subject, $"usable through {usable.Provider}{Limit(usable.Probe)}");
        }
        else
        {
            var state = IsWorthAWarning(verdict) ? CheckState.Warn : CheckState.Ok;
            findings.Add(new Finding(state, subject, $"not usable: {Reason(verdict)}", verdict.Step));
        }
    }

    public static string Limit(ProbeReport? probe) => probe?.Precision == Inference.Models.ModelPrecision.Int8 ? ", for 8-bit models only" : "";

    /// <summary>A GPU comes with most boards, whether anybody wants it for this or not; a card was bought, a missing driver was forgotten.</summary>
    private static bool IsWorthAWarning(DeviceVerdict verdict) =>
        verdict.Device.LacksDriver || verdict.Device.Family != AcceleratorFamily.Gpu || verdict.Providers.Any(provider => provider.Probe is not null);

    private static string Reason(DeviceVerdict verdict) =>
        verdict.Device is { LacksDriver: true, Known: { } known } ? $"its driver is not loaded: there is no {Words.Or(known.Nodes)}"
        : verdict.Providers.Count > 0 ? $"{verdict.Providers[0].Provider}: {verdict.Providers[0].Reason}" : "ONNX Runtime has no provider for it";
}
