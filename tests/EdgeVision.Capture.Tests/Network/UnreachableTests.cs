using System.Net;
using System.Net.Sockets;
using EdgeVision.Capture.Tests.Support;
using EdgeVision.Core.Faults;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Network;

public sealed class UnreachableTests
{
    private static readonly CaptureOptions Quick = new() { Timeout = TimeSpan.FromSeconds(2) };

    [SkippableTheory]
    [InlineData("rtsp")]
    [InlineData("http")]
    public void A_closed_port_is_unreachable(string scheme)
    {
        Tools.Need("ffmpeg");
        var fault = Reading.FaultOf($"{scheme}://user:hunter2@127.0.0.1:{ClosedPort()}/stream", Quick);
        Assert.Equal(FaultCode.SourceUnreachable, fault.Code);
        Assert.Contains("Connection refused", fault.What, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString() + fault.Tail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_unknown_name_is_unreachable()
    {
        Tools.Need("ffmpeg");
        Assert.Equal(FaultCode.SourceUnreachable, Reading.FaultOf("rtsp://camera.invalid/stream", Quick).Code);
    }

    [SkippableTheory]
    [InlineData("rtsp")]
    [InlineData("http")]
    public void A_host_that_never_answers_is_unreachable(string scheme)
    {
        Tools.Need("ffmpeg");
        using var camera = new HttpCamera(pictures: 0);
        Assert.Equal(FaultCode.SourceUnreachable, Reading.FaultOf($"{scheme}://127.0.0.1:{camera.Port}/video", Quick).Code);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_can_be_cut_off(bool byToken)
    {
        Tools.Need("ffmpeg");
        using var camera = new HttpCamera(pictures: 0);
        using var stop = new CancellationTokenSource();
        using var source = Reading.Connect($"rtsp://127.0.0.1:{camera.Port}/video", new CaptureOptions { Timeout = TimeSpan.FromMinutes(2) });
        var opening = Task.Run(() => source.Open(stop.Token));
        Eventually.HoldsSync(() => camera.Connections > 0);
        if (byToken)
        {
            await stop.CancelAsync();
        }
        else
        {
            source.Abort();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
