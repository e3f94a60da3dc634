using System.Globalization;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>What board it is, and how much memory is left on it.</summary>
public sealed class BoardCheck(SystemTree root) : ICheck
{
    // The service with two cameras and an 8-bit model takes about this much.
    private const long WantedBytes = 150L << 20;

    public string Subject => "board";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.Ok(Subject, BoardName.Read(root) is { Length: > 0 } name ? name : "no name: neither a device tree nor firmware tells one");
        Memory(findings);
        return Task.CompletedTask;
    }

    private void Memory(FindingList findings)
    {
        if (Bytes("MemTotal") is not { } total || Bytes("MemAvailable") is not { } free)
        {
            findings.Warn("memory", "the kernel does not say how much there is", "mount /proc");
            return;
        }

        var words = $"{Size.Of(free)} of {Size.Of(total)} free";
        if (free < WantedBytes)
        {
            findings.Warn("memory", $"{words}; the service wants about {Size.Of(WantedBytes)}", "end what else runs (see: ps aux --sort=-rss | head), or take a smaller model");
        }
        else
        {
            findings.Ok("memory", words);
        }
    }

    private long? Bytes(string key) =>
        root.Field("proc/meminfo", key)?.Split(' ') is [var kibibytes, ..] && long.TryParse(kibibytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number * 1024 : null;
}
