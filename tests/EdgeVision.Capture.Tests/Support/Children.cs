namespace EdgeVision.Capture.Tests.Support;

/// <summary>What /proc says of running processes.</summary>
public static class Children
{
    /// <summary>Processes whose arguments contain the text, without this one.</summary>
    public static int[] With(string argument) => [.. Running().Where(id => Text(id, "cmdline").Contains(argument, StringComparison.Ordinal))];

    /// <summary>Processes of a group that live; dead orphans wait for the system's first process to reap them.</summary>
    public static int[] InGroup(int group) => [.. Running().Where(id => Stat(id) is [not "Z", _, var its, ..] && its == $"{group}")];

    /// <summary>Children of this process that ended and were not reaped.</summary>
    public static int Zombies() => Running().Count(id => Stat(id) is ["Z", var parent, ..] && parent == $"{Environment.ProcessId}");

    public static int OpenDescriptors() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    public static string Text(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // State, parent and group come after the name, which may hold spaces.
    private static string[]? Stat(int id)
    {
        var text = Text(id, "stat");
        return text.Length == 0 ? null : text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static IEnumerable<int> Running() => Directory.GetDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, out _))
        .Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture))
        .Where(id => id != Environment.ProcessId);
}
