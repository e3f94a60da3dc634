using System.Runtime.InteropServices;

namespace EdgeVision.Native;

/// <summary>Looks for a native library in a stated order and remembers every attempt and its reason.</summary>
public static class LibraryProbe
{
    /// <summary>Takes the first candidate that loads.</summary>
    /// <param name="name">The library's plain name, for messages.</param>
    /// <param name="candidates">File paths or bare loader names, best first.</param>
    /// <param name="remedy">The command that fixes a missing library, such as <c>apt install libmosquitto1</c>.</param>
    /// <exception cref="NativeLibraryException">None of them loads.</exception>
    public static LoadedLibrary Load(string name, IReadOnlyList<string> candidates, string remedy) =>
        Load(name, candidates, remedy, static _ => null);

    /// <summary>Takes the first candidate that loads and that <paramref name="refusal"/> accepts.</summary>
    /// <param name="name">The library's plain name, for messages.</param>
    /// <param name="candidates">File paths or bare loader names, best first.</param>
    /// <param name="remedy">The command that fixes a missing or unfit library.</param>
    /// <param name="refusal">Null when the library is fit for use, else the reason why not (too old, a missing function).</param>
    /// <exception cref="NativeLibraryException">None of them loads and is accepted.</exception>
    public static LoadedLibrary Load(
        string name, IReadOnlyList<string> candidates, string remedy, Func<LoadedLibrary, string?> refusal)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(refusal);
        var attempts = new List<LibraryAttempt>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var library = TryOne(name, candidate, refusal, out var reason);
            attempts.Add(new LibraryAttempt(candidate, library is not null, reason));
            if (library is not null)
            {
                library.Attempts = attempts;
                return library;
            }
        }

        throw new NativeLibraryException(name, attempts, remedy);
    }

    /// <summary>
    /// The house search order. A configured path stands alone: falling back from a mistyped path would hide the mistake.
    /// Else: beside the program, its runtimes/RID/native, <c>.native/runtimes/RID/native</c> in each folder above
    /// (a development checkout), and last the system loader.
    /// </summary>
    /// <param name="configuredPath">The file or folder that the owner asked for, or null.</param>
    /// <param name="fileNames">The library's file names, best first, such as <c>libonnxruntime.so.1</c>.</param>
    public static IReadOnlyList<string> Candidates(string? configuredPath, params string[] fileNames)
    {
        ArgumentNullException.ThrowIfNull(fileNames);
        if (!string.IsNullOrWhiteSpace(configuredPath))
        {
            var configured = Path.GetFullPath(configuredPath);
            return Directory.Exists(configured) ? [.. fileNames.Select(file => Path.Combine(configured, file))] : [configured];
        }

        var runtime = Path.Combine("runtimes", RuntimeIdentifier, "native");
        List<string> folders = [AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, runtime)];
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var checkout = Path.Combine(folder.FullName, ".native", runtime);
            if (Directory.Exists(checkout))
            {
                folders.Add(checkout);
            }
        }

        return
        [
            .. from folder in folders from file in fileNames select Path.Combine(folder, file),
            .. fileNames,
        ];
    }

    /// <summary>The portable runtime identifier, such as <c>linux-arm64</c>; a distribution's own .NET may report another one.</summary>
    public static string RuntimeIdentifier { get; } = Platform() + "-" + Architecture();

    private static string Platform() =>
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static string Architecture() => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        System.Runtime.InteropServices.Architecture.X86 => "x86",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static LoadedLibrary? TryOne(
        string name, string candidate, Func<LoadedLibrary, string?> refusal, out string reason)
    {
        if (Path.IsPathRooted(candidate) && !File.Exists(candidate))
        {
            reason = Directory.Exists(candidate) ? "is a folder" : "no such file";
            return null;
        }

        nint handle;
        try
        {
            handle = NativeLibrary.Load(candidate);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            reason = LoaderWords(error.Message);
            return null;
        }

        var library = new LoadedLibrary(name, handle, candidate);
        var refused = refusal(library);
        if (refused is not null)
        {
            // Freed, so that a later candidate with the same soname is not answered with this copy.
            NativeLibrary.Free(handle);
            reason = refused;
            return null;
        }

        reason = "loaded";
        return library;
    }

    /// <summary>The loader's own line; .NET puts general advice in front of it.</summary>
    private static string LoaderWords(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "the loader gave no reason" : lines[^1];
    }
}
