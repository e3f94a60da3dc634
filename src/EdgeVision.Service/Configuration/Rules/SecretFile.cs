using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>A password file must be there and have a password in its first line. Its content is never part of a message.</summary>
internal static class SecretFile
{
    private const int LongestBytes = 4096;

    public static void Check(DeviceDraft draft, string path, string? written)
    {
        if (written is null || !NamedFile.Check(draft, path, written))
        {
            return;
        }

        using var reader = new StreamReader(draft.Absolute(written));
        var start = new char[LongestBytes];
        var length = reader.ReadBlock(start);
        if (length == 0 || start[0] is '\n' or '\r')
        {
            draft.Refuse(path, $"{Words.Quote(written)} has no password in its first line; write the password into it");
        }
        else if (length == LongestBytes)
        {
            draft.Refuse(path, $"{Words.Quote(written)} is longer than any password; name a file that holds nothing else");
        }
    }
}
