using System.Globalization;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime;

public sealed class TelemetryTests
{
    [SkippableFact]
    public void Loading_the_library_leaves_no_telemetry_files()
    {
        Ort.Need();
        var own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.GetTempPath(), "mat-debug-*"),
            file => Path.GetFileNameWithoutExtension(file).EndsWith($"-{own}", StringComparison.Ordinal));
    }
}
