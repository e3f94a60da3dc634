using System.Globalization;
using System.Text;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>
/// Facts of the system, read below a root: the machine's own, or a recorded tree of another one. What cannot be read is as good as
/// absent. Paths may start with a slash or without one.
/// </summary>
/// <param name="root">"/" for this machine.</param>
/// <param name="ownership">Who may use a file, by its full path; null for the file system's answer.</param>
public sealed class SystemTree(string root = "/", Func<string, FileOwnership?>? ownership = null)
{
    // The description of a hundred cores is the longest of the kernel's files that are read here.
    private const int LargestFile = 1 << 20;

    private readonly Func<string, FileOwnership?> _ownership = ownership ?? FileOwnership.OfPath;

    /// <summary>Whether it is the machine this runs on, so that questions to the kernel are about the same one.</summary>
    public bool IsThisMachine { get; } = root == "/";

    /// <summary>Full path of a file below the root.</summary>
    public string PathOf(string path) => Path.Join(root, path);

    public bool Has(string path) => Path.Exists(PathOf(path));

    /// <summary>The file's text without blanks and zero bytes around it; null when it is not there or does not let itself be read.</summary>
    public string? Text(string path) => Try<string?>(null, () =>
    {
        using var stream = new FileStream(PathOf(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        var bytes = new byte[LargestFile];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, length).Trim('\0', ' ', '\n', '\r', '\t');
    });

    /// <summary>The file's lines; none when it is not there.</summary>
    public IReadOnlyList<string> Lines(string path) => Text(path)?.Split('\n') ?? [];

    /// <summary>A file that holds one whole number; null when it does not.</summary>
    public long? Number(string path) =>
        long.TryParse(Text(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value behind a key of a file with lines such as "MemTotal: 8245584 kB"; null when there is none.</summary>
    public string? Field(string path, string key) => Lines(path)
        .Select(static line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(parts => parts.Length == 2 && parts[0] == key)?[1];

    /// <summary>Names within a folder, in order; none when it is not there.</summary>
    public IReadOnlyList<string> Names(string folder) => Try<IReadOnlyList<string>>([], () =>
        [.. new DirectoryInfo(PathOf(folder)).EnumerateFileSystemInfos().Select(static entry => entry.Name).Order(StringComparer.Ordinal)]);

    /// <summary>Files and folders whose name fits a pattern such as "thermal_zone*", with their folder, in the order of their numbers.</summary>
    public IReadOnlyList<string> Matches(string folder, string pattern) => Try<IReadOnlyList<string>>([], () =>
    [
        .. Directory.EnumerateFileSystemEntries(PathOf(folder), pattern)
            .Select(found => Path.Join(folder, Path.GetFileName(found)))
            .OrderBy(static found => found.Length).ThenBy(static found => found, StringComparer.Ordinal),
    ]);

    /// <summary>The last name of what a link points to; empty when it is none.</summary>
    public string LinkName(string path) => Try("", () => Path.GetFileName(new FileInfo(PathOf(path)).LinkTarget ?? ""));

    /// <summary>Device files that a pattern with * at its end stands for.</summary>
    public IEnumerable<string> Nodes(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var folder = Path.GetDirectoryName(pattern)!;
        var start = Path.GetFileName(pattern).TrimEnd('*');
        var exact = !pattern.EndsWith('*');
        return Names(folder)
            .Where(name => exact ? name == start : name.StartsWith(start, StringComparison.Ordinal))
            .Select(name => $"{folder}/{name}");
    }

    /// <summary>Null when it is not there.</summary>
    public FileOwnership? OwnershipOf(string path) => _ownership(PathOf(path));

    private static T Try<T>(T absent, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return absent;
        }
    }
}
