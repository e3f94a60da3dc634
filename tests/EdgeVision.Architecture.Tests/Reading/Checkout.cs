using EdgeVision.Testing;

namespace EdgeVision.Architecture.Tests.Reading;

/// <summary>The repository's own text files, read once: all that git does not ignore.</summary>
internal static class Checkout
{
    private static readonly Lazy<List<TextFile>> s_files = new(Read);
    private static readonly Lazy<List<CSharpFile>> s_code = new(() =>
        [.. Files.Where(file => file.EndsWith(".cs")).Select(file => new CSharpFile(file))]);

    public static IReadOnlyList<TextFile> Files => s_files.Value;

    /// <summary>All C#, the tests' too.</summary>
    public static IReadOnlyList<CSharpFile> Code => s_code.Value;

    /// <summary>C# under src.</summary>
    public static IReadOnlyList<CSharpFile> Sources { get; } = [.. Code.Where(file => file.File.IsUnder("src"))];

    /// <summary>Every project file, under src and tests.</summary>
    public static IEnumerable<ProjectFile> Projects => Files.Where(file => file.EndsWith(".csproj")).Select(ProjectFile.Parse);

    /// <summary>The project files under src.</summary>
    public static IEnumerable<ProjectFile> SourceProjects => Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal));

    public static TextFile File(string path) =>
        Files.FirstOrDefault(file => file.Path == path) ?? throw new FileNotFoundException($"the repository has no {path}");

    private static List<TextFile> Read()
    {
        var ignored = new IgnoreList(System.IO.File.ReadAllText(Repository.PathOf(".gitignore")));
        var files = new List<TextFile>();
        Walk(new DirectoryInfo(Repository.Root), "", ignored, files);
        return files;
    }

    private static void Walk(DirectoryInfo folder, string prefix, IgnoreList ignored, List<TextFile> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry.Name == ".git" || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry is DirectoryInfo inner && !ignored.Hides(path + "/"))
            {
                Walk(inner, path + "/", ignored, files);
            }
            else if (entry is FileInfo && !ignored.Hides(path) && ReadText(entry.FullName) is { } text)
            {
                files.Add(new TextFile(path, text));
            }
        }
    }

    /// <summary>Null for what is not text.</summary>
    private static string? ReadText(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        return Array.IndexOf(bytes, (byte)0) >= 0 ? null : System.Text.Encoding.UTF8.GetString(bytes);
    }
}
