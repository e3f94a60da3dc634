using System.Globalization;

namespace EdgeVision.Service.Doctor.Accelerators;

/// <summary>The processor: cores, vector instructions that quantized models live on, and whether it may run at its full speed.</summary>
public sealed class CpuCheck(SystemRoot root) : ICheck
{
    private const string Cpus = "sys/devices/system/cpu";

    // /proc/cpuinfo's words, best for 8-bit models first.
    private static readonly string[] Wanted = ["amx_int8", "avx512_vnni", "avx_vnni", "avx512f", "avx2", "sse4_1", "i8mm", "asimddp", "sve", "asimd", "neon"];

    // These drivers choose the frequency themselves, also under "powersave".
    private static readonly string[] SelfGoverning = ["intel_pstate", "amd-pstate-epp", "amd_pstate_epp"];

    private static readonly string[] FixedGovernors = ["powersave", "userspace"];

    public string Subject => "processor";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var lines = root.Lines("proc/cpuinfo");
        var cores = lines.Count(line => line.StartsWith("processor", StringComparison.Ordinal));
        if (cores == 0)
        {
            findings.Warn(Subject, "the kernel does not describe it", "mount /proc");
        }
        else
        {
            Describe(findings, lines, cores);
        }

        Governor(findings);
        Ceiling(findings);
        return Task.CompletedTask;
    }

    private void Describe(FindingList findings, IReadOnlyList<string> lines, int cores)
    {
        var name = Value(lines, "model name") ?? Value(lines, "Model") ?? "unnamed";
        var features = (Value(lines, "flags") ?? Value(lines, "Features") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var good = Wanted.Where(features.Contains).ToArray();
        var words = $"{cores} core{(cores == 1 ? "" : "s")} {name}";
        if (good.Length == 0)
        {
            findings.Warn(Subject, $"{words}, no vector instructions that help: models run slowly", "take a smaller model and a lower detect.fps.max, or another board");
        }
        else
        {
            findings.Ok(Subject, $"{words}, with {string.Join(", ", good)}");
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

    private static string? Value(IReadOnlyList<string> lines, string key) =>
        lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal) && line[key.Length..].TrimStart().StartsWith(':'))?.Split(':', 2)[1].Trim();
}
