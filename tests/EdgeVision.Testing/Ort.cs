using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;
using Xunit;

namespace EdgeVision.Testing;

/// <summary>ONNX Runtime for tests. They skip only where it is not installed at all; one that fails to load fails them.</summary>
public static class Ort
{
    public static OrtLibrary Need()
    {
        var installed = Environment.GetEnvironmentVariable(OrtLibrary.PathVariable) is not null
            || LibraryProbe.Candidates(null, "libonnxruntime.so.1").Any(File.Exists)
            || System.Runtime.InteropServices.NativeLibrary.TryLoad("libonnxruntime.so.1", out _);
        Skip.IfNot(installed, "needs ONNX Runtime: run scripts/setup");
        return OrtLibrary.Load();
    }

    public static OrtSession Session(byte[] model, OrtSessionOptions? options = null) =>
        OrtSession.Create(Need(), model, options);
}
