namespace EdgeVision.Inference.Models;

/// <summary>Where manifests and model files may lie, best first.</summary>
/// <param name="Manifests">Folders that hold NAME/model.yaml.</param>
/// <param name="Files">Folders that hold model files, besides each manifest's own.</param>
/// <param name="Pulled">Where fetched model files are put; also searched.</param>
public sealed record ModelFolders(IReadOnlyList<string> Manifests, IReadOnlyList<string> Files, string Pulled)
{
    /// <summary>Names the folder of real models outside the repository.</summary>
    public const string AssetsVariable = "EDGEVISION_ASSETS";

    private const string FolderName = "models";

    /// <summary>
    /// The models folder beside the program or in a folder above it (a checkout), and the state folder's. Files also
    /// in the assets folder: EDGEVISION_ASSETS, else ../shared/assets beside the checkout.
    /// </summary>
    /// <param name="stateFolder">Where the device keeps what it learns; null for systemd's STATE_DIRECTORY, else the user's.</param>
    public static ModelFolders Default(string? stateFolder = null)
    {
        var pulled = Path.Combine(stateFolder ?? StateFolder(), FolderName);
        var shipped = Shipped();
        var assets = Environment.GetEnvironmentVariable(AssetsVariable);
        if (string.IsNullOrEmpty(assets) && shipped is not null)
        {
            assets = Path.GetFullPath(Path.Combine(shipped, "..", "..", "shared", "assets"));
        }

        return new ModelFolders(
            shipped is null ? [pulled] : [shipped, pulled],
            string.IsNullOrEmpty(assets) ? [] : [Path.Combine(assets, FolderName)],
            pulled);
    }

    private static string? Shipped()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(models) && Directory.EnumerateDirectories(models).Any(one => File.Exists(Path.Combine(one, ManifestFile.FileName))))
            {
                return models;
            }
        }

        return null;
    }

    /// <summary>Where a device keeps what it learns: systemd's STATE_DIRECTORY, else the user's.</summary>
    public static string StateFolder()
    {
        var named = Environment.GetEnvironmentVariable("STATE_DIRECTORY");
        if (!string.IsNullOrEmpty(named))
        {
            return named.Split(':')[0];
        }

        var user = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        return Path.Combine(
            string.IsNullOrEmpty(user) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state") : user,
            "edgevision");
    }
}
