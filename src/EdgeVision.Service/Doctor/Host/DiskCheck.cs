using EdgeVision.Native.Linux;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>Whether a folder of the service's can be written, and how much room it has.</summary>
/// <param name="what">Its purpose: "state folder".</param>
/// <param name="folder">Its path; it need not be there yet.</param>
/// <param name="needsWriting">Whether the service writes there while it runs.</param>
/// <param name="space">The room at a path; null when it cannot be told.</param>
public sealed class DiskCheck(string what, string folder, bool needsWriting, Func<string, FileSystemSpace?> space) : ICheck
{
    private const ulong TooLittle = 50UL << 20;
    private const ulong Little = 500UL << 20;
    private const ulong FewFiles = 1000;

    private const string Room = "make room: sudo journalctl --vacuum-size=50M; sudo apt clean; du -xh / | sort -h | tail";

    public string Subject => what;

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var there = Nearest(folder);
        var missing = there == folder ? "" : ", which is not there yet";
        if (space(there) is not { } disk)
        {
            findings.Warn(Subject, $"{folder}{missing}: the system does not say how much room there is", $"df -h {there}");
        }
        else
        {
            Judge(findings, disk, there, missing);
        }

        return Task.CompletedTask;
    }

    private void Judge(FindingList findings, FileSystemSpace disk, string there, string missing)
    {
        var words = $"{folder}{missing}: {Host.Size.Of(disk.FreeBytes)} of {Host.Size.Of(disk.TotalBytes)} free";
        if (disk.IsReadOnly && needsWriting)
        {
            findings.Fail(Subject, $"{folder}{missing} lies on a disk that is mounted read-only", $"sudo mount -o remount,rw {MountHint(there)}; if it comes back, the card is worn: see dmesg");
        }
        else if (needsWriting && Refusal(there) is { } refusal)
        {
            findings.Fail(Subject, $"{folder}{missing} cannot be written: {refusal}", $"sudo mkdir -p {folder} && sudo chown {Environment.UserName} {folder}");
        }
        else if (disk.FreeBytes < TooLittle)
        {
            findings.Fail(Subject, words, Room);
        }
        else if (disk.TotalFiles > 0 && disk.FreeFiles < FewFiles)
        {
            findings.Fail(Subject, $"{words}, but only {disk.FreeFiles} of {disk.TotalFiles} inodes: no more files can be made", "delete folders of many small files: find / -xdev -printf '%h\\n' | sort | uniq -c | sort -n | tail");
        }
        else if (disk.FreeBytes < Little)
        {
            findings.Warn(Subject, words, Room);
        }
        else
        {
            findings.Ok(Subject, words);
        }
    }

    /// <summary>The path itself, or the nearest folder above it that is there.</summary>
    private static string Nearest(string path)
    {
        while (!Directory.Exists(path) && Path.GetDirectoryName(path) is { } above)
        {
            path = above;
        }

        return path;
    }

    /// <summary>Why nothing can be written there; null when it can.</summary>
    private static string? Refusal(string there)
    {
        var probe = Path.Combine(there, $".edgevision-doctor-{Environment.ProcessId}");
        try
        {
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused is UnauthorizedAccessException ? "this user may not" : refused.Message.TrimEnd('.');
        }
    }

    private static string MountHint(string there) => $"$(findmnt -nT {there} -o TARGET)";
}
