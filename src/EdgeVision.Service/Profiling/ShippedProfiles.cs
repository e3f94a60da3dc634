namespace EdgeVision.Service.Profiling;

/// <summary>Operating tables that came with the program.</summary>
internal static class ShippedProfiles
{
    private static readonly string InCheckout = Path.Combine("device-configs", "profiles");

    /// <summary>The folder beside the program or in a folder above it; null where there is none.</summary>
    public static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var profiles = Path.Combine(folder.FullName, InCheckout);
            if (Directory.Exists(profiles))
            {
                return profiles;
            }
        }

        return null;
    }
}
