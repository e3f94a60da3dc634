using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>A file that the configuration names must be there and open.</summary>
internal static class NamedFile
{
    /// <returns>True when it is, or none is named.</returns>
    public static bool Check(DeviceDraft draft, string path, string? written)
    {
        if (written is null || !draft.IsSound(path))
        {
            return written is null;
        }

        var complaint = Complaint(draft.Absolute(written));
        if (complaint is not null)
        {
            draft.Refuse(path, $"{Words.Quote(written)} {complaint}");
        }

        return complaint is null;
    }

    private static string? Complaint(string file)
    {
        if (Directory.Exists(file))
        {
            return "is a folder; name a file";
        }

        if (!File.Exists(file))
        {
            return $"is not there (looked for {file}); create it or mend the path";
        }

        try
        {
            using var open = File.OpenRead(file);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "may not be read by this user; check its owner and mode";
        }
    }
}
