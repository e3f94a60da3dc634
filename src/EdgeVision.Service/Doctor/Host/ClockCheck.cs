using System.Globalization;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>Whether the wall clock is right: certificates and the times of all messages depend on it.</summary>
/// <param name="root">Where the time services leave their marks.</param>
/// <param name="time">The clock.</param>
/// <param name="kernel">What the kernel says of its synchronisation; null when it does not say.</param>
public sealed class ClockCheck(SystemTree root, TimeProvider time, Func<bool?> kernel) : ICheck
{
    // This program is younger, so a clock before it has never been set.
    private const int FirstYear = 2025;

    private const string TimesyncMark = "run/systemd/timesync/synchronized";
    private const string Chrony = "usr/bin/chronyc";
    private const string Remedy = "sudo timedatectl set-ntp true; on a network without internet: NTP=ADDRESS in /etc/systemd/timesyncd.conf";

    public string Subject => "clock";

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var now = time.GetUtcNow();
        var words = now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var keeper = await KeeperAsync(cancellation).ConfigureAwait(false);
        if (now.Year < FirstYear)
        {
            findings.Fail(Subject, $"it says {words}, which is past; certificates will not be accepted", Remedy + "; once by hand: sudo date -s '2026-01-31 12:00'");
        }
        else if (keeper is null)
        {
            findings.Warn(Subject, $"{words}, but no time service keeps it right; messages say clock: unsynced", Remedy);
        }
        else
        {
            findings.Ok(Subject, $"{words}, kept right by {keeper}");
        }
    }

    /// <summary>Who keeps it; null when nobody does.</summary>
    private async Task<string?> KeeperAsync(CancellationToken cancellation)
    {
        if (kernel() == true)
        {
            return "a time service, says the kernel";
        }

        if (root.Has(TimesyncMark))
        {
            return "systemd-timesyncd";
        }

        // Without rtcsync chrony does not tell the kernel.
        return root.Has(Chrony)
            && await InstalledProgram.AskAsync(root.PathOf(Chrony), ["-n", "tracking"], cancellation).ConfigureAwait(false) is { } answer
            && answer.Split('\n').Any(line => line.StartsWith("Leap status", StringComparison.Ordinal) && line.TrimEnd().EndsWith("Normal", StringComparison.Ordinal))
            ? "chrony" : null;
    }
}
