using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Quantizing;

/// <summary>Reads a source once and keeps pictures that are spread evenly over it.</summary>
/// <param name="store">Takes them.</param>
/// <param name="wanted">How many, at least 1.</param>
/// <param name="mostBytes">Of the store; big pictures become fewer.</param>
public sealed class PictureTaker(PictureStore store, int wanted, long mostBytes)
{
    /// <summary>512 MiB: 200 pictures of 1920x1080 are about 200.</summary>
    public const long DefaultMostBytes = 512L << 20;

    /// <summary>A recording, to its end, whose length need not be known.</summary>
    /// <remarks>
    /// Every picture is kept until there are twice as many as wanted; then every second one goes and from there only
    /// every second comes in, and so on. So at the end there are one to two times as many, evenly spaced.
    /// </remarks>
    /// <exception cref="FaultException">It cannot be read to its end.</exception>
    public void TakeAll(IFrameSource source, IProgress<int>? progress, CancellationToken cancellation)
    {
        long stride = 1;
        long number = 0;
        foreach (var (format, pixels, _) in Frames(source, cancellation))
        {
            if (number++ % stride != 0)
            {
                continue;
            }

            store.Add(format, pixels);
            progress?.Report(Math.Min(store.Count, wanted));
            if (store.Count >= 2L * wanted || (store.Bytes > mostBytes && store.Count > 1))
            {
                store.Keep([.. Enumerable.Range(0, (store.Count + 1) / 2).Select(i => 2 * i)]);
                stride *= 2;
            }
        }

        store.Keep(EvenPicks.Of(store.Count, wanted));
        Expect(source);
    }

    /// <summary>A source without an end: one picture at a time, at even distances within a stretch of its own time.</summary>
    /// <param name="source">The camera.</param>
    /// <param name="over">The stretch; it ends earlier when the source does.</param>
    /// <param name="progress">Pictures taken.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FaultException">It cannot be read.</exception>
    public void TakeOver(IFrameSource source, TimeSpan over, IProgress<int>? progress, CancellationToken cancellation)
    {
        foreach (var (format, pixels, time) in Frames(source, cancellation))
        {
            if (store.Count > 0 && time >= over)
            {
                break;
            }

            if (time < over * ((double)store.Count / wanted))
            {
                continue;
            }

            store.Add(format, pixels);
            progress?.Report(store.Count);
            if (store.Count >= wanted || store.Bytes > mostBytes)
            {
                break;
            }
        }

        Expect(source);
    }

    private static IEnumerable<(FrameFormat Format, byte[] Pixels, TimeSpan Time)> Frames(IFrameSource source, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(source.Abort);
        var opened = source.Open(cancellation);
        var pixels = new byte[opened.Format.ByteCount];
        while (true)
        {
            var status = source.Read(pixels, out var time);
            cancellation.ThrowIfCancellationRequested();
            if (status == ReadStatus.Faulted)
            {
                throw new FaultException(source.Fault ?? new Fault(FaultCode.SourceUnreadable, source.Description, "ended without a reason"));
            }

            if (status == ReadStatus.End)
            {
                yield break;
            }

            yield return (opened.Format, pixels, time);
        }
    }

    private void Expect(IFrameSource source)
    {
        if (store.Count == 0)
        {
            throw new FaultException(new Fault(FaultCode.SourceEnded, source.Description, "ended without a single picture", "name a source that has some"));
        }
    }
}
