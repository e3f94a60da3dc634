namespace EdgeVision.Native.TurboJpeg;

/// <summary>Finds and checks libturbojpeg, once per process.</summary>
public static class TurboJpegLibrary
{
    private const string Remedy = "apt install libturbojpeg0";

    // The version 2 functions, which version 3 kept under the same soname.
    private static readonly string[] s_fileNames =
        OperatingSystem.IsWindows() ? ["turbojpeg.dll"]
        : OperatingSystem.IsMacOS() ? ["libturbojpeg.dylib"]
        : ["libturbojpeg.so.0", "libturbojpeg.so"];

    private static readonly Lazy<LoadedLibrary> s_loaded = new(Find);

    private static readonly Lazy<Libturbojpeg> s_functions = new(static () => new Libturbojpeg(s_loaded.Value));

    /// <summary>The copy in use, with every place that was tried.</summary>
    /// <exception cref="NativeLibraryException">There is none, or it lacks a function.</exception>
    public static LoadedLibrary Load() => s_loaded.Value;

    internal static Libturbojpeg Functions => s_functions.Value;

    private static LoadedLibrary Find() =>
        LibraryProbe.Load("libturbojpeg", LibraryProbe.Candidates(null, s_fileNames), Remedy, static library =>
        {
            foreach (var name in Libturbojpeg.Names)
            {
                if (!library.TryGetExport(name, out _))
                {
                    return $"has no {name}";
                }
            }

            return null;
        });
}
