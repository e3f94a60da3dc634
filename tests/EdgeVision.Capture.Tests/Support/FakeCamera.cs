using EdgeVision.Capture.Processes;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Support;

/// <summary>The child program that misbehaves on order, as a command camera.</summary>
public static class FakeCamera
{
    public static readonly PictureSize Size = new(64, 48);

    public static IFrameSource Connect(string behaviour, int frames, CapturePace pace = CapturePace.Native, int intervalMs = 0) => new SourceConnector(
        "fake", new CommandSpec(Options(behaviour, frames, intervalMs)), new CaptureOptions { Pace = pace }, null, TimeProvider.System).Connect();

    public static CommandOptions Options(string behaviour, int frames, int intervalMs = 0) => new()
    {
        Command = [Tools.FakeCamera, behaviour, $"{Size.Pixels * 3}", $"{frames}", $"{intervalMs}"],
        Size = Size,
        Format = RawPixelFormat.Rgb24,
        Fps = 10,
    };

    public static ChildProcess Start(string behaviour, int frames = 0) => ChildProcess.Start(
        new ChildCommand(Tools.FakeCamera, [behaviour, "1000", $"{frames}"]), "camera fake", new Secrets("s3cret"));

    /// <summary>Starts a shell script.</summary>
    public static ChildProcess Shell(string script, string input = "") =>
        ChildProcess.Start(new ChildCommand("sh", ["-c", script], input), "camera shell", new Secrets("s3cret"));
}
