using System.Globalization;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>The processor: cores, vector instructions that quantized models live on, and whether it may run at its full speed.</summary>
public sealed class CpuCheck(SystemTree root) : ICheck
{
    private const string Cpus = "sys/devices/system/cpu";

    // These drivers choose the frequency themselves, also under "powersave".
    private static readonly string[] SelfGoverning = ["intel_pstate", "amd-pstate-epp", "amd_pstate_epp"];

    private static readonly string[] FixedGovernors = ["powersave", "userspace"];

    public string Subject => "processor";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var processor = CpuReader.Read(root);
        if (processor.Threads == 0)
        {
            findings.Warn(Subject, "the kernel does not describe it", "mount /proc");
        }
        else
        {
            Describe(findings, processor);
        }

        Governor(findings);
        Ceiling(findings);
        return Task.CompletedTask;
    }

    private void Describe(FindingList findings, CpuInfo processor)
    {
        var name = processor.Name.Length > 0 ? processor.Name : "unnamed";
        var words = $"{name}, {processor.Threads} thread{(processor.Threads == 1 ? "" : "s")}";
        if (processor.Features.Count == 0)
        {
            findings.Warn(Subject, $"{words}, no vector instructions that help: models run slowly", "take a smaller model and a lower detect.fps.max, or another board");
        }
        else
        {
            findings.Ok(Subject, $"{words}, with {string.Join(", ", processor.Features)}");
        }
    }

    private void Governor(FindingList findings)
    {
        if (root.Text($"{Cpus}/cpu0/cpufreq/scaling_governor") is not { } governor)
        {
            return;
        }

        var driver = root.Text($"{Cpus}/cpu0/cpufreq/scaling_driver") ?? "";
        if (FixedGovernors.Contains(governor) && !SelfGoverning.Contains(driver))
        {
            findings.Warn("governor", $"{governor}: the processor stays at a low frequency", "echo schedutil | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
        }
        else
        {
            findings.Ok("governor", driver.Length > 0 ? $"{governor}, by {driver}" : governor);
        }
    }

    private void Ceiling(FindingList findings)
    {
        var most = root.Number($"{Cpus}/cpu0/cpufreq/cpuinfo_max_freq");
        var allowed = root.Number($"{Cpus}/cpu0/cpufreq/scaling_max_freq");
        if (allowed < most)
        {
            findings.Warn(
                "frequency", string.Create(CultureInfo.InvariantCulture, $"limited to {allowed / 1000} of {most / 1000} MHz"),
                $"if nobody wants it so: echo {most} | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_max_freq");
        }
    }
}
