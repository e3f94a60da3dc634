using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Network;

/// <summary>Against GStreamer's RTSP server, asking for a password.</summary>
public sealed class RtspPasswordTests : IDisposable
{
    // All that an address, a list and a shell could stumble over.
    private const string Password = "p:w@/ %d\"x'#?&";

    private static readonly CaptureOptions Camera = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string _passwordFile = Path.GetTempFileName();

    public void Dispose() => File.Delete(_passwordFile);

    [SkippableTheory]
    [InlineData("basic")]
    [InlineData("digest")]
    public void A_password_opens_the_stream_and_shows_nowhere(string auth)
    {
        File.WriteAllText(_passwordFile, Password + "\n");
        using var server = RtspServer.Start(auth, "yard cam", Password);
        using var watch = new PasswordWatch(Password);
        using var source = Reading.Connect($"rtsp://yard%20cam@127.0.0.1:{server.Port}/stream", Camera, _passwordFile);
        Assert.Equal(10, Reading.Of(source, atMost: 10).Frames);
        Eventually.HoldsSync(() => watch.Seen.ContainsKey("ffmpeg") && watch.Seen.ContainsKey("ffprobe"));
        Assert.Empty(watch.Found);
    }

    [SkippableFact]
    public void A_wrong_password_is_refused_and_not_repeated_to_people()
    {
        File.WriteAllText(_passwordFile, "wrong-one");
        using var server = RtspServer.Start("basic", "yard", Password);
        var fault = Reading.FaultOf($"rtsp://yard@127.0.0.1:{server.Port}/stream", Camera, _passwordFile);
        Assert.Equal(FaultCode.SourceRefused, fault.Code);
        Assert.Contains("401", fault.What, StringComparison.Ordinal);
        Assert.Contains("yard:***@", fault.Tail, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", fault.ToString() + fault.Tail, StringComparison.Ordinal);
    }
}
