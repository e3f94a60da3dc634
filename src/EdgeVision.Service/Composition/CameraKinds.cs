using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Composition;

/// <summary>From a source as written to connections of it. The one place that knows all kinds of camera.</summary>
internal static class CameraKinds
{
    /// <summary>Makes a camera's connections, one at each call.</summary>
    public static Func<IFrameSource> Connector(string cameraId, SourceSpec spec, CaptureOptions options, string? passwordFile, TimeProvider time)
    {
        if (spec is not SyntheticSpec drawn)
        {
            return new SourceConnector(cameraId, spec, options, passwordFile, time).Connect;
        }

        var street = Street(drawn, options);
        return () => new SyntheticStreetSource(street, time);
    }

    /// <summary>An input named on the command line, read as fast as it is used.</summary>
    /// <exception cref="FormatException">No known form of source.</exception>
    public static IFrameSource OpenForReading(string input) =>
        Connector("input", SourceSpec.Parse(input), new CaptureOptions { Pace = CapturePace.Asap }, null, TimeProvider.System)();

    private static StreetOptions Street(SyntheticSpec drawn, CaptureOptions options)
    {
        if (drawn.Scene != "street")
        {
            throw new FormatException($"there is no synthetic scene '{drawn.Scene}'; write synthetic:street");
        }

        var street = StreetOptions.Parse(drawn.Query);
        return street with
        {
            Size = options.Scale ?? street.Size,
            FramesPerSecond = options.Fps ?? street.FramesPerSecond,
            Pace = options.Pace == CapturePace.Asap ? StreetPace.Fast : street.Pace,
        };
    }
}
