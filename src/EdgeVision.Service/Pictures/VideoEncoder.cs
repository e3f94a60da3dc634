using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Pictures;

/// <summary>Writes an H.264 video through ffmpeg, frame by frame. Whole once disposed.</summary>
internal sealed class VideoEncoder : IAsyncDisposable
{
    /// <summary>ffmpeg's exit code after a signal that asks it to end.</summary>
    private const int Interrupted = 255;

    private readonly string _path;
    private readonly Process _ffmpeg;
    private readonly Task<string> _messages;

    /// <param name="path">The file to write; one that is there is replaced.</param>
    /// <param name="size">Of every frame.</param>
    /// <param name="layout">I420 or RGB24.</param>
    /// <param name="framesPerSecond">Of the video.</param>
    /// <exception cref="FaultException">ffmpeg is not installed.</exception>
    public VideoEncoder(string path, PictureSize size, PixelLayout layout, double framesPerSecond)
    {
        _path = path;
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", layout == PixelLayout.I420 ? "yuv420p" : "rgb24",
            "-video_size", size.ToString(), "-framerate", framesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",

            // H.264 in 4:2:0 wants even sizes, and most players want 4:2:0.
            "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-movflags", "+faststart", path,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            _ffmpeg = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new FaultException(new Fault(FaultCode.ProgramMissing, $"video {path}", "the program ffmpeg is not installed", "apt install ffmpeg"), missing);
        }

        _messages = _ffmpeg.StandardError.ReadToEndAsync();
    }

    /// <exception cref="FaultException">ffmpeg has given up; its words say why.</exception>
    /// <exception cref="OperationCanceledException">ffmpeg was interrupted; what it has so far is a whole video.</exception>
    public async Task AddAsync(ReadOnlyMemory<byte> pixels)
    {
        try
        {
            await _ffmpeg.StandardInput.BaseStream.WriteAsync(pixels).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw await ReasonAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var ffmpeg = _ffmpeg;
        try
        {
            ffmpeg.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone already; its exit code tells.
        }

        await ffmpeg.WaitForExitAsync().ConfigureAwait(false);
        if (ffmpeg.ExitCode != 0)
        {
            throw await ReasonAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Why ffmpeg has ended. Ctrl-C reaches it too; it then closes the file well and says nothing.</summary>
    private async Task<Exception> ReasonAsync()
    {
        var words = await _messages.ConfigureAwait(false);
        await _ffmpeg.WaitForExitAsync().ConfigureAwait(false);
        return _ffmpeg.ExitCode == Interrupted && string.IsNullOrWhiteSpace(words)
            ? new OperationCanceledException($"the writing of {_path} was interrupted")
            : new FaultException(new Fault(FaultCode.SourceCrashed, $"video {_path}", "ffmpeg could not write it", "see ffmpeg's words", words));
    }
}
