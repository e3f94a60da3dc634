namespace EdgeVision.Capture.Sources;

/// <summary>Reads the forms a source string may have.</summary>
internal static class SourceText
{
    private const string Forms = "write a file or folder, rtsp://user@host/path, http://host/path, /dev/video0 or synthetic:street";
    private const string Synthetic = "synthetic:";

    public static bool TryParse(string? text, out SourceSpec? spec, out string problem)
    {
        spec = null;
        problem = "";
        if (string.IsNullOrWhiteSpace(text))
        {
            problem = $"the source is empty; {Forms}";
        }
        else if (text.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0)
        {
            problem = "the source has a line break or another control character; write it on one line";
        }
        else if (text.StartsWith(Synthetic, StringComparison.Ordinal))
        {
            spec = Scene(text[Synthetic.Length..], out problem);
        }
        else if (text.IndexOf("://", StringComparison.Ordinal) is > 0 and var colon)
        {
            spec = Address(text[..colon], text[(colon + 3)..], out problem);
        }
        else
        {
            spec = text.StartsWith("/dev/", StringComparison.Ordinal) ? new DeviceSpec(text) : new PathSpec(text);
        }

        return spec is not null;
    }

    private static SyntheticSpec? Scene(string text, out string problem)
    {
        var question = text.IndexOf('?', StringComparison.Ordinal);
        var scene = question < 0 ? text : text[..question];
        problem = scene.Length > 0 ? "" : "synthetic: names no scene; write synthetic:street";
        return scene.Length == 0 ? null : new SyntheticSpec(scene, question < 0 ? "" : text[(question + 1)..]);
    }

    private static NetworkSpec? Address(string scheme, string rest, out string problem)
    {
        scheme = scheme.ToLowerInvariant();
        if (scheme is not ("rtsp" or "rtsps" or "http" or "https"))
        {
            problem = $"{scheme}:// is not a known kind of source; {Forms}";
            return null;
        }

        var slash = rest.IndexOfAny(['/', '?']);
        var authority = slash < 0 ? rest : rest[..slash];
        var at = authority.LastIndexOf('@');
        var location = rest[(at + 1)..];

        // Up to the last @: a password with a slash in it is no longer part of the authority.
        var shown = $"{scheme}://{rest[(rest.LastIndexOf('@') + 1)..]}";
        if (!IsLocation(scheme, location))
        {
            problem = $"{shown} is not an address; write {scheme}://host:port/path, special characters in it as %XX, and the password in password_file";
            return null;
        }

        problem = "";
        var login = at < 0 ? "" : authority[..at];
        var colon = login.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new NetworkSpec(scheme, location, Uri.UnescapeDataString(login))
            : new NetworkSpec(scheme, location, Uri.UnescapeDataString(login[..colon]), Uri.UnescapeDataString(login[(colon + 1)..]));
    }

    // A quote or space would end the address early in ffmpeg's input list.
    private static bool IsLocation(string scheme, string location) =>
        location.AsSpan().IndexOfAny(" '\"\\@") < 0
        && Uri.TryCreate($"{scheme}://{location}", UriKind.Absolute, out var address)
        && address.Host.Length > 0;
}
