namespace EdgeVision.Capture.Tests.Support;

/// <summary>Programs that tests need.</summary>
public static class Tools
{
    /// <summary>Skips the running test when the program is not installed.</summary>
    public static void Need(string program) => Skip.IfNot(
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program))),
        $"needs the program {program}");

    public static string FakeCamera { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace("EdgeVision.Capture.Tests", "FakeCamera", StringComparison.Ordinal), "FakeCamera");
}
