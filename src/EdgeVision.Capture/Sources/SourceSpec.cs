namespace EdgeVision.Capture.Sources;

/// <summary>What a camera's `source:` names, read but not yet tried.</summary>
public abstract record SourceSpec
{
    /// <summary>The source for people, never with a password.</summary>
    public abstract string Description { get; }

    /// <summary>Records print all their members; a spec may hold a password.</summary>
    public sealed override string ToString() => Description;

    /// <summary>Reads a source string.</summary>
    /// <exception cref="FormatException">It is none of the known forms; the message says what to write instead.</exception>
    public static SourceSpec Parse(string text) =>
        TryParse(text, out var spec, out var problem) ? spec! : throw new FormatException(problem);

    /// <summary>Reads a source string.</summary>
    /// <param name="text">A path, a device, an address, or `synthetic:` and a scene.</param>
    /// <param name="spec">What it names, when true is returned.</param>
    /// <param name="problem">What is wrong and what to write instead, without secrets, when false is returned.</param>
    public static bool TryParse(string? text, out SourceSpec? spec, out string problem) => SourceText.TryParse(text, out spec, out problem);
}
