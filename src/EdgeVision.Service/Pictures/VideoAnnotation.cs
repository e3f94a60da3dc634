using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Pictures;

/// <summary>Draws the boxes of a series into an H.264 video, through ffmpeg.</summary>
internal sealed class VideoAnnotation(string path, InputFrames source) : IAnnotation
{
    private readonly DrawnFrame _drawn = new();
    private Process? _ffmpeg;
    private Task<string>? _messages;
    private PictureSize _size;

    public async Task AddAsync(InputFrame frame, LabelSet labels, DetectionSet found)
    {
        if (_ffmpeg is null)
        {
            _size = frame.Format.Size;
            _ffmpeg = Start(_size);
            _messages = _ffmpeg.StandardError.ReadToEndAsync();
        }

        if (frame.Format.Size != _size)
        {
            throw new FormatException($"{frame.Image} is {frame.Format.Size}, the pictures before {_size}: one video has one size");
        }

        try
        {
            await _ffmpeg.StandardInput.BaseStream.WriteAsync(_drawn.Of(frame, labels, found)).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw await FaultAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ffmpeg is null)
        {
            return;
        }

        using var ffmpeg = _ffmpeg;
        ffmpeg.StandardInput.Close();
        await ffmpeg.WaitForExitAsync().ConfigureAwait(false);
        if (ffmpeg.ExitCode != 0)
        {
            throw await FaultAsync().ConfigureAwait(false);
        }
    }

    private Process Start(PictureSize size)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", size.ToString(),
            "-framerate", source.FramesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",

            // H.264 in 4:2:0 wants even sizes, and most players want 4:2:0.
            "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-movflags", "+faststart", path,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new FaultException(new Fault(FaultCode.ProgramMissing, "ffmpeg", missing.Message, "apt install ffmpeg"), missing);
        }
    }

    private async Task<FaultException> FaultAsync() => new(new Fault(
        FaultCode.SourceCrashed, $"video {path}", "ffmpeg could not write it", "see ffmpeg's words", await _messages!.ConfigureAwait(false)));
}
