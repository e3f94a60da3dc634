using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Tests.Frames;

public class FrameLeaseTests
{
    private static readonly FrameFormat Format = new(new PictureSize(6, 4), PixelLayout.I420);

    [Fact]
    public void Use_after_dispose_throws_even_when_the_buffer_is_rented_again()
    {
        var pool = new FramePool(1, Format);
        Assert.True(pool.TryRent(FrameHolder.Capture, out var old));
        old.Dispose();
        Assert.True(pool.TryRent(FrameHolder.Capture, out var current));

        Assert.Throws<ObjectDisposedException>(() => old.Frame.Pixels.Length);
        Assert.Throws<ObjectDisposedException>(() => old.WritablePixels.Length);
        Assert.Throws<ObjectDisposedException>(() => old.Share(FrameHolder.Snapshot));
        old.Dispose();
        Assert.True(current.IsLive);
        Assert.Equal(1, pool.Outstanding);
    }

    [Fact]
    public void A_default_lease_never_held_a_frame()
    {
        Assert.Throws<ObjectDisposedException>(() => default(FrameLease).Frame.Pixels.Length);
        default(FrameLease).Dispose();
    }

    [Fact]
    public void An_empty_pool_is_an_answer()
    {
        var pool = new FramePool(2, Format);
        Assert.True(pool.TryRent(FrameHolder.Capture, out var first));
        Assert.True(pool.TryRent(FrameHolder.Capture, out _));
        Assert.False(pool.TryRent(FrameHolder.Capture, out var none));
        Assert.False(none.IsLive);
        first.Dispose();
        Assert.True(pool.TryRent(FrameHolder.Capture, out _));
    }

    [Fact]
    public void A_shared_frame_returns_when_its_last_holder_lets_go()
    {
        var pool = new FramePool(1, Format);
        pool.TryRent(FrameHolder.Capture, out var capture);
        var snapshot = capture.Share(FrameHolder.Snapshot);
        capture.Dispose();
        Assert.Equal(1, pool.Outstanding);
        Assert.Equal(Format.ByteCount, snapshot.Frame.Pixels.Length);
        snapshot.Dispose();
        Assert.Equal(0, pool.Outstanding);
    }

    [Fact]
    public void Holders_are_counted_by_name_and_limited()
    {
        var pool = new FramePool(2, Format);
        pool.TryRent(FrameHolder.Capture, out var frame);
        frame.HandTo(FrameHolder.Inference);
        frame.Share(FrameHolder.Snapshot);
        frame.Share(FrameHolder.Snapshot);
        frame.Share(FrameHolder.Slot);
        Assert.Equal("Slot 1, Inference 1, Snapshot 2", pool.DescribeHolders());
        Assert.Throws<InvalidOperationException>(() => frame.Share(FrameHolder.Snapshot));
    }

    [Fact]
    public void Renting_and_giving_back_allocates_nothing()
    {
        var pool = new FramePool(2, Format);
        RentAndReturn(pool, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RentAndReturn(pool, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(6, 4, 36)]
    [InlineData(5, 3, 27)]
    [InlineData(1, 1, 3)]
    public void Odd_sizes_round_chroma_up_as_ffmpeg_does(int width, int height, int bytes) =>
        Assert.Equal(bytes, new FrameFormat(new PictureSize(width, height), PixelLayout.I420).ByteCount);

    private static void RentAndReturn(FramePool pool, int times)
    {
        for (var i = 0; i < times; i++)
        {
            pool.TryRent(FrameHolder.Capture, out var lease);
            lease.WritablePixels.Fill(1);
            lease.SetStamp(new FrameStamp(i, i, default, default));
            using var shared = lease.Share(FrameHolder.Snapshot);
            lease.Dispose();
        }
    }
}
