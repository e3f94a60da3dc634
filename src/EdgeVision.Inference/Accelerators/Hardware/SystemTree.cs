namespace EdgeVision.Inference.Accelerators.Hardware;

/// <summary>The kernel's files under a root folder: the machine's own, or a recorded copy. What cannot be read is as good as absent.</summary>
/// <param name="root">"/" for this machine.</param>
internal sealed class SystemTree(string root)
{
    private const int LargestFile = 1 << 20;

    /// <summary>A file's text, without zero bytes and blanks at its ends; empty when it is not there.</summary>
    public string Text(string path)
    {
        try
        {
            using var stream = new FileStream(On(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
            var bytes = new byte[LargestFile];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return System.Text.Encoding.UTF8.GetString(bytes, 0, length).Trim('\0', ' ', '\n', '\r', '\t');
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Names within a folder, in order; none when it is not there.</summary>
    public IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(On(folder)).EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal)];
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The last name of what a link points to; empty when it is none.</summary>
    public string LinkName(string path)
    {
        try
        {
            return Path.GetFileName(new FileInfo(On(path)).LinkTarget ?? "");
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Device files that a pattern with * at its end stands for.</summary>
    public IEnumerable<string> Nodes(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern)!;
        var start = Path.GetFileName(pattern).TrimEnd('*');
        var exact = !pattern.EndsWith('*');
        return Names(folder)
            .Where(name => exact ? name == start : name.StartsWith(start, StringComparison.Ordinal))
            .Select(name => $"{folder}/{name}");
    }

    private string On(string path) => Path.Join(root, path);
}
