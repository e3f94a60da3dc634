using EdgeVision.Capture.Processes;
using EdgeVision.Service.Devices;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Devices;

/// <summary>Probes by the real program, with the virtual NPU.</summary>
internal static class RealProbe
{
    /// <summary>Long enough for a crowded machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static ProbeProcess Within(TimeSpan deadline) => new(Command, deadline);

    private static ChildCommand Command(string[] arguments)
    {
        var build = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        return new ChildCommand("dotnet", [Repository.PathOf("src", "EdgeVision.Service", "bin", build, "net10.0", "edgevision.dll"), .. arguments]);
    }
}
