using EdgeVision.Capture.Processes;

namespace EdgeVision.Capture.Sources;

/// <summary>A camera or file on the network.</summary>
/// <param name="Scheme">rtsp, rtsps, http or https.</param>
/// <param name="Location">All after the user's @: host, port, path and query.</param>
/// <param name="User">User name, or empty.</param>
/// <param name="Password">Password, or empty; when a password file is given, it takes this one's place.</param>
public sealed record NetworkSpec(string Scheme, string Location, string User = "", string Password = "") : SourceSpec
{
    public bool IsRtsp => Scheme is "rtsp" or "rtsps";

    /// <summary>A query may hold a token, so it is left out.</summary>
    public override string Description
    {
        get
        {
            var query = Location.IndexOf('?', StringComparison.Ordinal);
            return $"{Scheme}://{(User.Length > 0 ? User + "@" : "")}{(query < 0 ? Location : Location[..query])}";
        }
    }

    /// <summary>The whole address with user and password: a secret, for ffmpeg's standard input only.</summary>
    internal string SecretAddress => User.Length == 0
        ? $"{Scheme}://{Location}"
        : $"{Scheme}://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@{Location}";

    internal Secrets Secrets => new(Password);
}
