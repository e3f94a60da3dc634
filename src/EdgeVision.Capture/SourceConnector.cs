using EdgeVision.Capture.Commands;
using EdgeVision.Capture.Ffmpeg;
using EdgeVision.Capture.Folders;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture;

/// <summary>Makes one camera's connections, each a new source, and remembers what speeds the next one up.</summary>
public sealed class SourceConnector
{
    private const int MaxPasswordBytes = 4096;

    private readonly string _subject;
    private readonly SourceSpec _spec;
    private readonly CaptureOptions _options;
    private readonly string? _passwordFile;
    private readonly TimeProvider _time;
    private readonly ProbeMemory _memory;

    /// <param name="cameraId">Named in every fault as "camera ID".</param>
    /// <param name="spec">Anything but a synthetic scene, which the program draws itself.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="passwordFile">A file whose first line is the password of a network camera; read anew for each connection. Null for none.</param>
    /// <param name="time">Clock for limits and media time.</param>
    public SourceConnector(string cameraId, SourceSpec spec, CaptureOptions options, string? passwordFile, TimeProvider time)
    {
        if (spec is SyntheticSpec)
        {
            throw new ArgumentException("a synthetic scene needs no connection", nameof(spec));
        }

        _subject = $"camera {cameraId}";
        _spec = spec;
        _options = options;
        _passwordFile = passwordFile;
        _time = time;
        _memory = new ProbeMemory(time);
    }

    /// <summary>A new source, not yet open.</summary>
    /// <exception cref="FaultException">The password file cannot be read, or the options ask for what cannot be.</exception>
    public IFrameSource Connect() => _spec switch
    {
        CommandSpec command => new CommandSource(_subject, command.Options, _options.Pace == CapturePace.Asap, _time),
        PathSpec path when Directory.Exists(path.Path) => new ImageFolderSource(_subject, path.Path, _options, _time),
        PathSpec path => Ffmpeg(FileInput.For(path.Path, _options)),
        DeviceSpec device => Ffmpeg(DeviceInput.For(device.Path, _options)),
        NetworkSpec { IsRtsp: true } camera => Ffmpeg(RtspInput.For(WithPassword(camera), _options)),
        NetworkSpec address => Ffmpeg(HttpInput.For(WithPassword(address), _options)),
        _ => throw new InvalidOperationException($"no source for {_spec}"),
    };

    private FfmpegSource Ffmpeg(FfmpegInput input) => ExtraArguments.ProblemOf(_options) is { } problem
        ? throw new FaultException(new Fault(FaultCode.SourceUnreadable, _subject, problem))
        : new FfmpegSource(_subject, input, _options, _memory, _time);

    private NetworkSpec WithPassword(NetworkSpec spec)
    {
        if (_passwordFile is null)
        {
            return spec;
        }

        try
        {
            using var file = File.OpenRead(_passwordFile);
            using var reader = new StreamReader(file);
            return file.Length > MaxPasswordBytes
                ? throw Refused($"{_passwordFile} is longer than {MaxPasswordBytes} bytes")
                : spec with { Password = reader.ReadLine() ?? "" };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused($"password_file {_passwordFile} cannot be read: {exception.Message}");
        }
    }

    private FaultException Refused(string what) => new(new Fault(
        FaultCode.SourceRefused, _subject, what, "write the password on its first line, readable by the service's user only"));
}
