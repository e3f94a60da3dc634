namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>Which drivers this machine has: a compiled model may fit no other.</summary>
public static class DriverFacts
{
    // The kernel's own modules change with its release; those built beside it tell a version or the hash of their source.
    private static readonly string[] Classes = ["accel", "drm", "misc"];
    private static readonly string[] Versions = ["version", "srcversion"];

    /// <summary>In words that change when a driver does.</summary>
    /// <param name="root">Where the system's files are.</param>
    public static string Read(string root = "/")
    {
        var facts = new List<string> { $"kernel {FirstLine(Path.Combine(root, "proc/sys/kernel/osrelease"))}" };
        if (FirstLine(Path.Combine(root, "proc/driver/nvidia/version")) is { Length: > 0 } nvidia)
        {
            facts.Add(nvidia);
        }

        var modules = Classes.SelectMany(name => Devices(Path.Combine(root, "sys/class", name)))
            .Select(device => Path.Combine(device, "device/driver/module"))
            .SelectMany(module => Versions.Select(version => FirstLine(Path.Combine(module, version))))
            .Where(static version => version.Length > 0);
        facts.AddRange(modules.Distinct().Order(StringComparer.Ordinal));
        return string.Join("; ", facts);
    }

    private static string[] Devices(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static string FirstLine(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadLines(path).FirstOrDefault("").Trim() : "";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
