using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Support;

/// <summary>GStreamer's RTSP server, a real one, as a child process.</summary>
public sealed class RtspServer : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Installed = new(IsInstalled);

    private readonly Process _process;

    private RtspServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Starts it; skips the running test when GStreamer's server is not installed.</summary>
    public static RtspServer Start(string auth = "", string user = "", string password = "", int port = 0)
    {
        Tools.Need("ffmpeg");
        Skip.IfNot(Installed.Value, "needs gir1.2-gst-rtsp-server-1.0, python3-gi, gstreamer1.0-plugins-good and gstreamer1.0-plugins-ugly");
        var process = Process.Start(new ProcessStartInfo(Python, [Repository.PathOf("tests", "EdgeVision.Capture.Tests", "rtsp_server.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new { port, user, password, auth }));
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLine();
        Assert.NotNull(line);
        return new RtspServer(process, int.Parse(line, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool IsInstalled()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        const string Probe =
            "import gi; gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0'); from gi.repository import Gst, GstRtspServer; "
            + "Gst.init(None); assert Gst.ElementFactory.find('x264enc') and Gst.ElementFactory.find('rtph264pay') and Gst.ElementFactory.find('videotestsrc')";
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Probe]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
