using System.Globalization;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The rule for which ONNX Runtime versions can be used, and which version of its function table to ask for.</summary>
public static class OrtVersion
{
    /// <summary>The oldest usable 1.N.</summary>
    public const int OldestMinor = 17;

    /// <summary>The newest table that the slots were counted against. A newer library still serves this one.</summary>
    public const int KnownMinor = 29;

    /// <summary>The oldest 1.N that takes provider libraries at run time.</summary>
    public const int OldestWithProviderLibraries = 22;

    /// <summary>The oldest 1.N that tells which node runs on which provider.</summary>
    public const int OldestWithPlacement = 24;

    /// <summary>
    /// The table version to ask for: the smaller of what the library has and what is known here, since asking for
    /// too new a table makes the library print to stderr.
    /// </summary>
    /// <param name="version">What GetVersionString says, such as 1.30.0.</param>
    /// <param name="refusal">Why this version cannot be used, when the answer is null.</param>
    public static int? TableVersion(string version, out string refusal)
    {
        ArgumentNullException.ThrowIfNull(version);
        var parts = version.Split('.', '-', '+');
        if (parts.Length < 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            refusal = $"its version '{version}' is not of the form 1.N.P";
            return null;
        }

        if (major != 1)
        {
            refusal = $"version {version} is another major version; 1.{OldestMinor} or a later 1.N is needed";
            return null;
        }

        if (minor < OldestMinor)
        {
            refusal = $"version {version} is too old; 1.{OldestMinor} or later is needed";
            return null;
        }

        refusal = "";
        return Math.Min(minor, KnownMinor);
    }
}
