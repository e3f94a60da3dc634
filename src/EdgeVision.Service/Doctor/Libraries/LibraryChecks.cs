using EdgeVision.Native.Mosquitto;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Native.TurboJpeg;

namespace EdgeVision.Service.Doctor.Libraries;

/// <summary>The native libraries and programs that this one builds on.</summary>
internal static class LibraryChecks
{
    /// <param name="needsFfmpeg">Whether a camera is read through ffmpeg.</param>
    public static IEnumerable<ICheck> All(bool needsFfmpeg)
    {
        yield return new LibraryCheck("ONNX Runtime", "no model runs", isNeeded: true, () =>
        {
            var library = OrtLibrary.Load();
            return new FoundLibrary(library.Version, library.Path, library.Attempts);
        });
        yield return new LibraryCheck("libmosquitto", "nothing is published", isNeeded: true, () =>
        {
            var library = MosquittoLibrary.Load();
            return new FoundLibrary(MosquittoLibrary.Version.ToString(), library.Path, library.Attempts);
        });
        yield return new LibraryCheck("libturbojpeg", "no JPEG is written or read", isNeeded: false, () =>
        {
            var library = TurboJpegLibrary.Load();
            return new FoundLibrary("", library.Path, library.Attempts);
        });
        yield return new FfmpegCheck(needsFfmpeg, searchPath: null);
    }
}
