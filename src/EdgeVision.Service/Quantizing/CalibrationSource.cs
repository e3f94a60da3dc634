using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;
using EdgeVision.Service.Composition;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Quantizing;

/// <summary>Where calibration pictures come from.</summary>
/// <param name="Description">As a person named it.</param>
/// <param name="Folder">A folder of pictures; null for what is played.</param>
/// <param name="HasEnd">It is read through; else only over a stretch of time.</param>
/// <param name="Connect">Opens what is played.</param>
public sealed record CalibrationSource(string Description, string? Folder, bool HasEnd, Func<IFrameSource> Connect)
{
    /// <summary>Before the name of a camera of the device's configuration.</summary>
    public const string CameraPrefix = "camera:";

    /// <param name="text">A folder, a video, or any source a camera may have.</param>
    /// <exception cref="FaultException">A path that does not exist.</exception>
    /// <exception cref="FormatException">No known form of source.</exception>
    public static CalibrationSource Parse(string text) =>
        Of(text, "calibration", SourceSpec.Parse(text), new CaptureOptions(), null);

    /// <summary>A camera, read as its `capture:` says; a recording from beginning to end, whatever that says.</summary>
    /// <param name="name">Its id.</param>
    /// <param name="cameras">Those of the device.</param>
    /// <exception cref="FaultException">Its recording does not exist.</exception>
    /// <exception cref="FormatException">There is no such camera.</exception>
    public static CalibrationSource OfCamera(string name, IReadOnlyList<CameraPlan> cameras)
    {
        var camera = cameras.FirstOrDefault(one => one.Lane.CameraId == name);
        if (camera is null)
        {
            var ids = cameras.Select(one => one.Lane.CameraId).ToArray();
            throw new FormatException(
                $"--calibration: the configuration has no camera '{name}'{Spelling.Suggest(name, ids)}; its cameras are {string.Join(", ", ids)}");
        }

        return Of(CameraPrefix + name, name, camera.Source, camera.Capture, camera.PasswordFile);
    }

    private static CalibrationSource Of(string description, string id, SourceSpec spec, CaptureOptions capture, string? passwordFile)
    {
        // What plays for itself is not waited for; a camera comes at its own rate.
        var pace = spec is PathSpec or SyntheticSpec ? CapturePace.Asap : CapturePace.Native;
        var options = capture with { Pace = pace, Loop = false };
        if (spec is PathSpec path)
        {
            if (!File.Exists(path.Path) && !Directory.Exists(path.Path))
            {
                throw new FaultException(new Fault(
                    FaultCode.SourceUnreachable, description, $"is not there (looked for {Path.GetFullPath(path.Path)})",
                    "mend the path, or write rtsp://, /dev/video0, synthetic:street or camera:NAME"));
            }

            return new CalibrationSource(description, Directory.Exists(path.Path) ? path.Path : null, true, Connect);
        }

        return new CalibrationSource(description, null, spec is SyntheticSpec { Query: var query } && StreetOptions.Parse(query).Frames is not null, Connect);

        IFrameSource Connect() => CameraKinds.Connector(id, spec, options, passwordFile, TimeProvider.System)();
    }
}
