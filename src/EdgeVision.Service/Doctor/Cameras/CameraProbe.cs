using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Doctor.Cameras;

/// <summary>Opens one camera, waits for its first picture and counts pictures for a while.</summary>
/// <param name="source">A connection of it, not yet open; disposed at the end.</param>
/// <param name="subject">Whom to name: "camera gate".</param>
/// <param name="remedy">What helps when no picture comes.</param>
/// <param name="time">Of the limits.</param>
public sealed class CameraProbe(IFrameSource source, string subject, string remedy, TimeProvider time)
{
    // Noise and compression make some; a lens under its cap stays below.
    private const int FlatRange = 4;

    /// <summary>Blocks; call it on a thread of its own.</summary>
    /// <param name="firstWithin">Longest time to the first picture.</param>
    /// <param name="watch">How long pictures are counted.</param>
    /// <param name="cancellation">Ends it soon.</param>
    /// <exception cref="FaultException">No picture came; the fault says why.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first picture.</exception>
    public CameraReading Run(TimeSpan firstWithin, TimeSpan watch, CancellationToken cancellation)
    {
        var isLate = false;
        using (source)
        using (cancellation.Register(source.Abort))
        using (var limit = time.CreateTimer(_ => Late(), null, firstWithin, Timeout.InfiniteTimeSpan))
        {
            try
            {
                var start = time.GetTimestamp();
                var opened = source.Open(cancellation);
                var pixels = new byte[opened.Format.ByteCount];
                if (source.Read(pixels, out _) is not ReadStatus.Frame and var status)
                {
                    cancellation.ThrowIfCancellationRequested();
                    throw new FaultException(Volatile.Read(ref isLate) ? TooLate(firstWithin) : Why(status));
                }

                var first = time.GetElapsedTime(start);
                limit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return Count(opened, pixels, first, watch, cancellation);
            }
            catch (OperationCanceledException) when (Volatile.Read(ref isLate) && !cancellation.IsCancellationRequested)
            {
                throw new FaultException(TooLate(firstWithin));
            }
        }

        void Late()
        {
            Volatile.Write(ref isLate, true);
            source.Abort();
        }
    }

    private CameraReading Count(OpenedSource opened, byte[] pixels, TimeSpan first, TimeSpan watch, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var isOver = false;
        using var end = time.CreateTimer(_ => Over(), null, watch, Timeout.InfiniteTimeSpan);
        var frames = 0;
        var last = TimeSpan.Zero;
        ReadStatus status;

        // A second buffer: one that was cut off is not whole.
        var next = new byte[pixels.Length];
        while ((status = source.Read(next, out _)) == ReadStatus.Frame)
        {
            frames++;
            last = time.GetElapsedTime(start);
            (pixels, next) = (next, pixels);
            if (last >= watch)
            {
                break;
            }
        }

        return status == ReadStatus.Faulted && !Volatile.Read(ref isOver) && !cancellation.IsCancellationRequested
            ? throw new FaultException(Why(status))
            : new CameraReading(opened, first, frames, status == ReadStatus.End ? last : time.GetElapsedTime(start), status == ReadStatus.End, IsFlat(opened.Format, pixels));

        void Over()
        {
            Volatile.Write(ref isOver, true);
            source.Abort();
        }
    }

    private Fault Why(ReadStatus status) => source.Fault
        ?? new Fault(FaultCode.SourceEnded, subject, $"{source.Description}: {(status == ReadStatus.End ? "it has no picture" : "it broke without a word")}", "check source in the device file");

    private Fault TooLate(TimeSpan limit) => new(
        FaultCode.SourceUnreachable, subject, FormattableString.Invariant($"{source.Description}: no picture within {limit.TotalSeconds:0.#} s"), remedy);

    /// <summary>By the brightness plane where there is one.</summary>
    private static bool IsFlat(FrameFormat format, ReadOnlySpan<byte> pixels)
    {
        var (least, most) = (byte.MaxValue, byte.MinValue);
        foreach (var value in format.Layout == PixelLayout.I420 ? pixels[..format.Size.Pixels] : pixels)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        return most - least < FlatRange;
    }
}
