using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Composition;

/// <summary>From a source as written to connections of it. The one place that knows all kinds of camera.</summary>
internal static class CameraKinds
{
    /// <summary>Makes a camera's connections, one at each call.</summary>
    public static Func<IFrameSource> Connector(string cameraId, SourceSpec spec, CaptureOptions options, string? passwordFile, TimeProvider time) =>
        new SourceConnector(cameraId, spec, options, passwordFile, time).Connect;

    /// <summary>An input named on the command line, read as fast as it is used.</summary>
    /// <exception cref="FormatException">No known form of source.</exception>
    public static IFrameSource OpenForReading(string input) =>
        Connector("input", SourceSpec.Parse(input), new CaptureOptions { Pace = CapturePace.Asap }, null, TimeProvider.System)();
}
