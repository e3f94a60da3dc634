namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>A vendor's plug-in provider library to be looked at.</summary>
/// <param name="Name">What it is registered under; some libraries name their provider so.</param>
/// <param name="Path">The file.</param>
public sealed record PluginLibrary(string Name, string Path)
{
    /// <summary>Options of its provider.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>NAME=PATH; null when it is not so written.</summary>
    public static PluginLibrary? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } path] ? new PluginLibrary(name, path) : null;
    }

    public override string ToString() => $"{Name}={Path}";
}
