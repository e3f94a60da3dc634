using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Capture.Tests.Synthetic;

public class SyntheticStreetSourceTests
{
    [Fact]
    public void FramesAreTheScenesOwnFromTheStartOn()
    {
        using var source = Open("start=30&frames=3&pace=fast", TimeProvider.System, out var opened);
        Assert.Equal(new FrameFormat(new PictureSize(320, 180), PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Limited), opened.Format);
        Assert.Equal(HandOver.EveryFrame, opened.HandOver);
        var scene = Street.Scene("seed=2");
        var (read, drawn) = (new byte[opened.Format.ByteCount], new byte[opened.Format.ByteCount]);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(ReadStatus.Frame, source.Read(read, out var time));
            Assert.Equal(TimeSpan.FromSeconds(i / 10.0), time);
            Assert.Equal(30 + i, source.FrameIndex);
            scene.Render(30 + i, drawn);
            Assert.True(read.AsSpan().SequenceEqual(drawn));
        }

        Assert.Equal(ReadStatus.End, source.Read(read, out _));
    }

    [Fact]
    public void TheTruthIsThatOfTheFrame()
    {
        using var source = Open("start=400&pace=fast&traffic=busy", TimeProvider.System, out var opened);
        source.Read(new byte[opened.Format.ByteCount], out _);
        var truth = new List<StreetObject>();
        source.Truth(source.FrameIndex, truth);
        Assert.NotEmpty(truth);
        Assert.Equal(Street.Truth(Street.Scene("seed=2&traffic=busy"), 400), truth);
    }

    [Fact]
    public void RealPaceWaitsForEachFramesTime()
    {
        var clock = new SteppingClock();
        using var source = Open("fps=8", clock, out var opened);
        Assert.Equal(HandOver.NewestWins, opened.HandOver);
        var began = clock.GetTimestamp();
        var pixels = new byte[opened.Format.ByteCount];
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(ReadStatus.Frame, source.Read(pixels, out var time));
            Assert.Equal(TimeSpan.FromSeconds(i / 8.0), time);
            Assert.Equal(time, clock.GetElapsedTime(began));
        }
    }

    [Fact]
    public void FramesThatAreTooLateAreLeftOut()
    {
        var clock = new SteppingClock();
        using var source = Open("fps=10", clock, out var opened);
        var pixels = new byte[opened.Format.ByteCount];
        source.Read(pixels, out _);
        clock.Advance(TimeSpan.FromSeconds(1.05));
        source.Read(pixels, out var time);
        Assert.Equal(TimeSpan.FromSeconds(1), time);
        Assert.Equal(10, source.FrameIndex);
    }

    [Fact]
    public async Task AbortEndsAWaitingRead()
    {
        using var source = Open("fps=0.1", TimeProvider.System, out var opened);
        var pixels = new byte[opened.Format.ByteCount];
        Assert.Equal(ReadStatus.Frame, source.Read(pixels, out _));
        var waiting = Task.Run(() => source.Read(pixels, out _));
        source.Abort();

        // Not End: a camera that was cut off because it stalled has to be connected anew.
        Assert.Equal(ReadStatus.Faulted, await waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.NotNull(source.Fault);
    }

    private static SyntheticStreetSource Open(string query, TimeProvider time, out OpenedSource opened)
    {
        var source = new SyntheticStreetSource(StreetOptions.Parse("size=320x180&seed=2&" + query), time);
        opened = source.Open(CancellationToken.None);
        return source;
    }
}
