namespace EdgeVision.Capture.Folders;

/// <summary>The pictures of a folder.</summary>
public static class PictureFiles
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".bmp", ".webp"];

    /// <summary>Paths of the folder's pictures, without its folders', by name in ordinal order; may be empty.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(IsPicture).Order(StringComparer.Ordinal)];

    /// <summary>The name ends like a picture's.</summary>
    public static bool IsPicture(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
