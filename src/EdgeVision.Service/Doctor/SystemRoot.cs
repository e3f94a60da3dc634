using EdgeVision.Native.Linux;

namespace EdgeVision.Service.Doctor;

/// <summary>Facts of the system, read below a root: the machine's own, or a recorded tree of another one.</summary>
/// <param name="path">"/" for this machine.</param>
/// <param name="ownership">Who may use a file, by its full path; null for the file system's answer.</param>
public sealed class SystemRoot(string path = "/", Func<string, FileOwnership?>? ownership = null)
{
    // Kernel files are short; a longer one is none of them.
    private const int LongestBytes = 64 * 1024;

    private readonly Func<string, FileOwnership?> _ownership = ownership ?? FileOwnership.OfPath;

    /// <summary>Whether it is the machine this runs on, so that questions to the kernel are about the same one.</summary>
    public bool IsThisMachine { get; } = path == "/";

    /// <summary>Full path of a file below the root.</summary>
    /// <param name="relative">Without a leading slash.</param>
    public string PathOf(string relative) => Path.Combine(path, relative);

    public bool Has(string relative) => Path.Exists(PathOf(relative));

    /// <summary>The file's text without blanks and zero bytes around it; null when it is not there or does not let itself be read.</summary>
    public string? Text(string relative)
    {
        try
        {
            using var file = File.OpenRead(PathOf(relative));
            var bytes = new byte[LongestBytes];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return System.Text.Encoding.UTF8.GetString(bytes, 0, length).Trim('\0', '\n', '\r', ' ', '\t');
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The file's lines; none when it is not there.</summary>
    public IReadOnlyList<string> Lines(string relative) => Text(relative)?.Split('\n') ?? [];

    /// <summary>A file that holds one whole number; null when it does not.</summary>
    public long? Number(string relative) =>
        long.TryParse(Text(relative), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>Files and folders whose name fits a pattern such as "thermal_zone*", relative to the root, in the order of their numbers.</summary>
    public IReadOnlyList<string> Matches(string folder, string pattern)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(PathOf(folder), pattern)
                .Select(found => Path.Combine(folder, Path.GetFileName(found)))
                .OrderBy(found => found.Length).ThenBy(found => found, StringComparer.Ordinal)];
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Null when it is not there.</summary>
    public FileOwnership? OwnershipOf(string relative) => _ownership(PathOf(relative));
}
