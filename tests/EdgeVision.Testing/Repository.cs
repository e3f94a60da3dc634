namespace EdgeVision.Testing;

/// <summary>Where the checkout lies, for tests that read shipped files.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EdgeVision.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no EdgeVision.sln above {AppContext.BaseDirectory}");
    }
}
