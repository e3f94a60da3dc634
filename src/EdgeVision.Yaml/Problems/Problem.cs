using EdgeVision.Yaml.Nodes;

namespace EdgeVision.Yaml.Problems;

/// <summary>One thing a person has to change.</summary>
/// <param name="At">Where.</param>
/// <param name="Key">The option's path, such as <c>cameras[0].detect.fps.max</c>; empty when it concerns the text as a whole.</param>
/// <param name="Message">What is wrong, what is allowed, what to write instead.</param>
public sealed record Problem(Origin At, string Key, string Message)
{
    /// <summary><c>file:line:column: key: message</c>, the form editors and terminals make clickable.</summary>
    public override string ToString() => Key.Length == 0 ? $"{At}: {Message}" : $"{At}: {Key}: {Message}";
}
