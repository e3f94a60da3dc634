using System.Runtime.InteropServices;
using EdgeVision.Native.Linux;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Says in plain words why a file cannot be a provider library, where ONNX Runtime would repeat the loader's.</summary>
internal static class ProviderLibraryFile
{
    private const string EntryPoint = "CreateEpFactories";

    /// <exception cref="NativeLibraryException">It is not there, or is no shared library for this processor.</exception>
    public static void Check(string name, string path)
    {
        if (Refusal(path) is { } reason)
        {
            throw Unusable(name, path, reason);
        }
    }

    /// <summary>Why the file itself is at fault when ONNX Runtime refused it with these words; null when the library failed by itself.</summary>
    public static string? Reason(string path, string words)
    {
        if (words.Contains($"undefined symbol: {EntryPoint}", StringComparison.Ordinal))
        {
            return $"has no {EntryPoint}: this is not a provider library";
        }

        // The loader names the file first: "PATH: cannot open shared object file", or the library that it needs.
        return words.Contains("Failed to load library", StringComparison.Ordinal) ? words : null;
    }

    public static NativeLibraryException Unusable(string name, string path, string reason) => new(
        $"provider library {name}", [new LibraryAttempt(path, false, reason)],
        "set the accelerator's library to the file that its vendor calls the ONNX Runtime plug-in provider, for "
        + $"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}, with the libraries it needs beside it");

    private static string? Refusal(string path)
    {
        if (!File.Exists(path))
        {
            return Directory.Exists(path) ? "is a folder" : "no such file";
        }

        return OperatingSystem.IsLinux() ? ElfFile.Refusal(path) : null;
    }
}
