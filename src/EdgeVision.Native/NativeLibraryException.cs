namespace EdgeVision.Native;

/// <summary>No usable copy of a native library was found. The message names every attempt and the command that helps.</summary>
public sealed class NativeLibraryException : Exception
{
    public NativeLibraryException(string library, IReadOnlyList<LibraryAttempt> attempts, string remedy)
        : base(Describe(library, attempts, remedy))
    {
        Library = library;
        Attempts = attempts;
        Remedy = remedy;
    }

    /// <summary>The library's plain name, such as "ONNX Runtime".</summary>
    public string Library { get; }

    public IReadOnlyList<LibraryAttempt> Attempts { get; }

    /// <summary>What a person should run or do.</summary>
    public string Remedy { get; }

    private static string Describe(string library, IReadOnlyList<LibraryAttempt> attempts, string remedy)
    {
        var tried = attempts.Count == 0 ? "nothing to try" : string.Join("\n  ", attempts);
        return $"{library} could not be loaded. Tried:\n  {tried}\nTo fix it: {remedy}";
    }
}
