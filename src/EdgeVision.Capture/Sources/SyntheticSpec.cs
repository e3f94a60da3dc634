namespace EdgeVision.Capture.Sources;

/// <summary>A scene drawn by this program.</summary>
/// <param name="Scene">Such as street.</param>
/// <param name="Query">The scene's settings as written after the question mark: "seed=1&amp;fps=10"; may be empty.</param>
public sealed record SyntheticSpec(string Scene, string Query) : SourceSpec
{
    public override string Description => Query.Length == 0 ? $"synthetic:{Scene}" : $"synthetic:{Scene}?{Query}";
}
