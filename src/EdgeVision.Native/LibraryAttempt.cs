namespace EdgeVision.Native;

/// <summary>One place where a native library was looked for.</summary>
/// <param name="Candidate">A file path, or a bare name for the system loader.</param>
/// <param name="Loaded">True for the one that was taken.</param>
/// <param name="Reason">Why it was taken or refused, in the loader's words where it has any.</param>
public sealed record LibraryAttempt(string Candidate, bool Loaded, string Reason)
{
    public override string ToString() => $"{Candidate}: {Reason}";
}
