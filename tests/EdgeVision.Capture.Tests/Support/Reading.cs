using EdgeVision.Capture.Sources;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Support;

/// <summary>What came of reading a source to its end.</summary>
public sealed record Reading(OpenedSource Opened, int Frames, ReadStatus End, Fault? Fault, byte[] First, byte[] Last, TimeSpan LastTime)
{
    public static readonly CaptureOptions Asap = new() { Pace = CapturePace.Asap };

    public static IFrameSource Connect(string source, CaptureOptions? options = null, string? passwordFile = null) =>
        new SourceConnector("test", SourceSpec.Parse(source), options ?? Asap, passwordFile, TimeProvider.System).Connect();

    public static Reading Of(string source, CaptureOptions? options = null, int atMost = int.MaxValue)
    {
        using var connection = Connect(source, options);
        return Of(connection, atMost);
    }

    public static Reading Of(IFrameSource source, int atMost = int.MaxValue)
    {
        var opened = source.Open(CancellationToken.None);
        var pixels = new byte[opened.Format.ByteCount];
        byte[] first = [], last = [];
        var (frames, status, time) = (0, ReadStatus.Frame, TimeSpan.Zero);
        while (frames < atMost && (status = source.Read(pixels, out var media)) == ReadStatus.Frame)
        {
            first = frames++ == 0 ? [.. pixels] : first;
            time = media;
        }

        last = [.. pixels];
        return new Reading(opened, frames, status, source.Fault, first, last, time);
    }

    public static Fault FaultOf(string source, CaptureOptions? options = null, string? passwordFile = null)
    {
        using var connection = Connect(source, options, passwordFile);
        return Assert.Throws<FaultException>(() => connection.Open(CancellationToken.None)).Fault;
    }

    /// <summary>Opens, reads some frames, aborts from another thread and reads on: the status that ends it.</summary>
    public static ReadStatus UntilAborted(IFrameSource source, int framesBefore)
    {
        var pixels = new byte[source.Open(CancellationToken.None).Format.ByteCount];
        for (var frame = 0; frame < framesBefore; frame++)
        {
            Assert.Equal(ReadStatus.Frame, source.Read(pixels, out _));
        }

        using var alarm = new Timer(_ => source.Abort(), null, 200, Timeout.Infinite);
        ReadStatus status;
        while ((status = source.Read(pixels, out _)) == ReadStatus.Frame)
        {
        }

        source.Abort();
        return status;
    }
}
