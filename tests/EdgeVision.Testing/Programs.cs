namespace EdgeVision.Testing;

/// <summary>Programs that a test needs on the machine.</summary>
public static class Programs
{
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':'), "/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>The program's path, or null.</summary>
    public static string? Find(string name) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The program's path; skips the running test, saying how to get it, when it is not there.</summary>
    public static string Need(string name, string remedy)
    {
        var path = Find(name);
        Xunit.Skip.If(path is null, $"needs the program {name}: {remedy}");
        return path!;
    }
}
