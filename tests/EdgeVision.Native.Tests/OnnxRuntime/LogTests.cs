using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class LogTests
{
    [SkippableFact]
    public void What_the_library_logs_is_kept_up_to_a_bound()
    {
        var library = Ort.Need();
        var before = library.Log.Total;

        OrtSession.Create(library, TinyModels.Add, new OrtSessionOptions { LogSeverity = OrtSeverity.Verbose }).Dispose();

        Assert.True(library.Log.Total > before);
        var lines = library.Log.Recent();
        Assert.InRange(lines.Count, 1, OrtLog.Capacity);
        Assert.All(lines, line => Assert.NotEmpty(line.Message));
    }
}
