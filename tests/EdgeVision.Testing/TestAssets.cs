namespace EdgeVision.Testing;

/// <summary>The folder of real models, videos and labelled pictures that lies outside the repository.</summary>
public static class TestAssets
{
    /// <summary>The assets folder, or null when this machine has none (EDGEVISION_ASSETS, else ../shared/assets beside the repository).</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Path of one asset; skips the running test, saying why, when it is not there.</summary>
    public static string Need(params string[] parts)
    {
        var relative = Path.Combine(parts);
        Xunit.Skip.If(Folder is null, $"needs the assets folder ({relative}): set EDGEVISION_ASSETS");
        var path = Path.Combine(Folder!, relative);
        Xunit.Skip.IfNot(File.Exists(path) || Directory.Exists(path), $"needs {relative} in the assets folder");
        return path;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("EDGEVISION_ASSETS");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : null;
        }

        var beside = Path.Combine(Repository.Root, "..", "shared", "assets");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }
}
