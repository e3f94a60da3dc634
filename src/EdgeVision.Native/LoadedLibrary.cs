using System.Runtime.InteropServices;

namespace EdgeVision.Native;

/// <summary>A native library in this process. It stays loaded until the process ends: its code may own threads.</summary>
public sealed class LoadedLibrary
{
    internal LoadedLibrary(string name, nint handle, string path)
    {
        Name = name;
        Handle = handle;
        Path = path;
    }

    public string Name { get; }

    /// <summary>The loader's handle, as <see cref="NativeLibrary"/> knows it (for import resolvers).</summary>
    public nint Handle { get; }

    /// <summary>The candidate that was taken: a file path, or the bare name that the system loader resolved.</summary>
    public string Path { get; }

    /// <summary>Every place tried up to and including this one.</summary>
    public IReadOnlyList<LibraryAttempt> Attempts { get; internal set; } = [];

    public bool TryGetExport(string symbol, out nint address) =>
        NativeLibrary.TryGetExport(Handle, symbol, out address);
}
