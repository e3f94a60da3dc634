namespace EdgeVision.Core.Pipeline;

/// <summary>A scheduler's answer: which lane, and what to do with its frame.</summary>
public readonly record struct Pick(int Lane, PickVerdict Verdict)
{
    public static Pick Nothing { get; } = new(-1, PickVerdict.None);
}
