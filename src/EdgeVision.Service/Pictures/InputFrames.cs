using EdgeVision.Capture.Folders;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Pictures;

/// <summary>The frames of what a person may name as input: a picture, a folder of pictures, a video, a camera.</summary>
internal sealed class InputFrames
{
    private readonly string _input;
    private readonly IReadOnlyList<string>? _files;

    /// <exception cref="FaultException">A path that does not exist.</exception>
    /// <exception cref="FormatException">No known form of source.</exception>
    public InputFrames(string input)
    {
        _input = input;
        if (Directory.Exists(input))
        {
            _files = PictureFiles.In(input);
            if (_files.Count == 0)
            {
                throw new FaultException(new Fault(FaultCode.SourceUnreadable, $"folder {input}", "holds no pictures", "put .jpg or .png files there"));
            }
        }
        else if (File.Exists(input) && PictureFiles.IsPicture(input))
        {
            _files = [input];
        }
        else if (SourceSpec.Parse(input) is PathSpec && !File.Exists(input))
        {
            throw new FaultException(new Fault(
                FaultCode.SourceUnreachable, input, $"is not there (looked for {Path.GetFullPath(input)})",
                "mend the path, or write rtsp://, http://, /dev/video0 or synthetic:street"));
        }
    }

    /// <summary>A single picture, not a series.</summary>
    public bool IsPicture => _files is [_] && !Directory.Exists(_input);

    /// <summary>Nominal rate of a video; for a folder what it is shown at.</summary>
    public double FramesPerSecond { get; private set; } = 1;

    public IEnumerable<InputFrame> Read(CancellationToken cancellation) =>
        _files is null ? ReadVideo(cancellation) : ReadFiles(_files, cancellation);

    private static IEnumerable<InputFrame> ReadFiles(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var (format, pixels) = PictureFile.Read(file);
            yield return new InputFrame(Path.GetFileName(file), 0, TimeSpan.Zero, format, pixels);
        }
    }

    private IEnumerable<InputFrame> ReadVideo(CancellationToken cancellation)
    {
        using var source = Composition.CameraKinds.OpenForReading(_input);
        using var registration = cancellation.Register(source.Abort);
        var opened = source.Open(cancellation);
        FramesPerSecond = opened.FramesPerSecond > 0 ? opened.FramesPerSecond : 10;
        var pixels = new byte[opened.Format.ByteCount];
        for (long number = 0; ; number++)
        {
            var status = source.Read(pixels, out var time);
            cancellation.ThrowIfCancellationRequested();
            if (status == ReadStatus.Faulted)
            {
                throw new FaultException(source.Fault ?? new Fault(FaultCode.SourceUnreadable, _input, "ended without a reason"));
            }

            if (status == ReadStatus.End)
            {
                yield break;
            }

            yield return new InputFrame(File.Exists(_input) ? Path.GetFileName(_input) : source.Description, number, time, opened.Format, pixels);
        }
    }
}
