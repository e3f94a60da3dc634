using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Composition;

/// <summary>From a source as written to connections of it. The one place that knows all kinds of camera.</summary>
internal static class CameraKinds
{
    /// <summary>Makes a camera's connections, one at each call.</summary>
    /// <param name="cameraId">Of the camera.</param>
    /// <param name="spec">What it is.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="passwordFile">Its login.</param>
    /// <param name="time">Paces it.</param>
    /// <param name="drawn">Told what each frame of a synthetic camera truly shows; null when nobody asks.</param>
    public static Func<IFrameSource> Connector(
        string cameraId, SourceSpec spec, CaptureOptions options, string? passwordFile, TimeProvider time,
        Action<TimeSpan, List<StreetObject>>? drawn = null)
    {
        if (spec is not SyntheticSpec synthetic)
        {
            return new SourceConnector(cameraId, spec, options, passwordFile, time).Connect;
        }

        var street = Street(synthetic, options);
        return () => new SyntheticStreetSource(street, time, drawn);
    }

    /// <summary>An input named on the command line, read as fast as it is used.</summary>
    /// <exception cref="FormatException">No known form of source.</exception>
    public static IFrameSource OpenForReading(string input) =>
        Connector("input", SourceSpec.Parse(input), new CaptureOptions { Pace = CapturePace.Asap }, null, TimeProvider.System)();

    /// <summary>A drawn scene as it comes out of a camera.</summary>
    /// <exception cref="FormatException">There is no such scene or setting.</exception>
    public static StreetOptions Street(SyntheticSpec drawn, CaptureOptions options)
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
