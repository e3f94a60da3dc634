using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;
using EdgeVision.Service.Quantizing;
using EdgeVision.Service.Tests.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Service.Tests.Quantizing;

public sealed class PictureTakerTests : IDisposable
{
    private readonly SecretFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARecordingOfAnyLengthIsSpreadEvenly() => Prop.ForAll(
        Gen.Choose(1, 240).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(),
        (length, wanted) =>
        {
            using var store = new PictureStore(_folder.Path);
            new PictureTaker(store, wanted, long.MaxValue).TakeAll(new Counting(length), null, default);
            var taken = Numbers(store);
            var gaps = taken.Zip(taken.Skip(1), (a, b) => b - a).ToArray();

            // What is thinned by halves may be short of the end by one stride, which is below a share of the whole.
            var share = (double)length / Math.Min(wanted, length);
            return taken.Length == Math.Min(length, wanted)
                && gaps.All(gap => gap > 0 && gap <= (2 * share) + 1)
                && taken[0] <= share && taken[^1] >= length - (2 * share) - 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void BigPicturesBecomeFewerAndStayWithinTheBytes()
    {
        using var one = new PictureStore(_folder.Path);
        new PictureTaker(one, 1, long.MaxValue).TakeAll(new Counting(1), null, default);
        using var store = new PictureStore(_folder.Path);
        new PictureTaker(store, 100, 10 * one.Bytes).TakeAll(new Counting(200), null, default);
        Assert.InRange(store.Bytes, one.Bytes, 11 * one.Bytes);
        var taken = Numbers(store);
        Assert.InRange(taken.Length, 4, 11);
        Assert.True(taken[^1] > 150);
    }

    [Fact]
    public void ACameraIsTakenOverItsOwnTime()
    {
        using var store = new PictureStore(_folder.Path);
        new PictureTaker(store, 4, long.MaxValue).TakeOver(new Counting(int.MaxValue), TimeSpan.FromSeconds(8), null, default);
        Assert.Equal([0, 20, 40, 60], Numbers(store));
    }

    [Fact]
    public void ASourceWithoutAPictureOrWithAFaultSaysSo()
    {
        using var store = new PictureStore(_folder.Path);
        var taker = new PictureTaker(store, 4, long.MaxValue);
        Assert.Contains("without a single picture", Assert.Throws<FaultException>(() => taker.TakeAll(new Counting(0), null, default)).Message, StringComparison.Ordinal);
        Assert.Contains("pulled the plug", Assert.Throws<FaultException>(() => taker.TakeAll(new Counting(3, faulty: true), null, default)).Message, StringComparison.Ordinal);
    }

    private static int[] Numbers(PictureStore store) => [.. Enumerable.Range(0, store.Count).Select(index => (int)store.ReadAt(index).Pixels.Span[0])];

    /// <summary>Grey pictures, ten a second; each one's grey is its number.</summary>
    private sealed class Counting(int length, bool faulty = false) : IFrameSource
    {
        private int _next;

        public string Description => "counting";

        public Fault? Fault => faulty ? new Fault(FaultCode.SourceCrashed, "counting", "someone pulled the plug") : null;

        public OpenedSource Open(CancellationToken cancellation) => new(new FrameFormat(new PictureSize(16, 16), PixelLayout.Rgb24), 10, HandOver.NewestWins);

        public ReadStatus Read(Span<byte> pixels, out TimeSpan mediaTime)
        {
            mediaTime = TimeSpan.FromSeconds(_next / 10d);
            pixels.Fill((byte)_next);
            return _next++ < length ? ReadStatus.Frame : faulty ? ReadStatus.Faulted : ReadStatus.End;
        }

        public void Abort()
        {
        }

        public void Dispose()
        {
        }
    }
}
