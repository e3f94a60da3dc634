using System.Globalization;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>What board it is, and how much memory is left on it.</summary>
public sealed class BoardCheck(SystemRoot root) : ICheck
{
    // The service with two cameras and an 8-bit model takes about this much.
    private const long WantedBytes = 150L << 20;

    public string Subject => "board";

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.Ok(Subject, Model());
        Memory(findings);
        return Task.CompletedTask;
    }

    private string Model()
    {
        // A PC has no device tree.
        string?[] names = [root.Text("proc/device-tree/model"), root.Text("sys/devices/virtual/dmi/id/product_name")];
        return names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "no name: neither a device tree nor firmware tells one";
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

    private long? Bytes(string key)
    {
        var line = root.Lines("proc/meminfo").FirstOrDefault(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kibibytes, ..] && long.TryParse(kibibytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number * 1024 : null;
    }
}
