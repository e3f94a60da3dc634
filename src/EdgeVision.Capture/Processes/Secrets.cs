using System.Text.RegularExpressions;

namespace EdgeVision.Capture.Processes;

/// <summary>Takes passwords out of texts that people will see.</summary>
public sealed partial class Secrets
{
    private const string Hidden = "***";

    private readonly string[] _known;

    /// <param name="known">Secrets to hide wherever they appear, also percent-encoded; empty ones are passed over.</param>
    public Secrets(params ReadOnlySpan<string> known)
    {
        var forms = new List<string>();
        foreach (var secret in known)
        {
            if (!string.IsNullOrEmpty(secret))
            {
                forms.Add(secret);
                forms.Add(Uri.EscapeDataString(secret));
            }
        }

        // The longest first: a secret may be a part of its own encoded form.
        _known = [.. forms.Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    /// <summary>Hides the known secrets, passwords in addresses, and query values named like one.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in _known)
        {
            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        text = UserInfo().Replace(text, "$1:" + Hidden + "@");
        return Query().Replace(text, "$1" + Hidden);
    }

    // Up to the last @ before the path: a password may itself hold an unescaped @.
    [GeneratedRegex(@"(://[^/\s:@'""]*):[^/\s'""]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"([?&](?:token|password|passwd|pass|pwd|secret|auth|key|api_?key|access_token)=)[^&\s'""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
