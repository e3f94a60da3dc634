namespace EdgeVision.Core.Pipeline;

/// <summary>
/// Tells when a source has been silent too long, on the monotonic clock: the wall clock may step. Time spent handing
/// a frame over does not count.
/// </summary>
internal sealed class StallWatch(TimeProvider time)
{
    /// <summary>The shortest silence that can be too long.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(2);
    private long _waitingSince;
    private TimeSpan _limit;

    /// <summary>The silence allowed: max(2 s, 5 frame intervals), and longer for the first frame of a connection.</summary>
    public void Expect(double framesPerSecond, TimeSpan firstFrame)
    {
        var intervals = framesPerSecond > 0 ? TimeSpan.FromSeconds(5 / framesPerSecond) : Least;
        _limit = intervals > Least ? intervals : Least;
        FirstFrameLimit = firstFrame > _limit ? firstFrame : _limit;
    }

    private TimeSpan FirstFrameLimit { get; set; }

    private bool SeenFrame { get; set; }

    public void BeginWait(bool seenFrame)
    {
        SeenFrame = seenFrame;
        Volatile.Write(ref _waitingSince, Math.Max(1, time.GetTimestamp()));
    }

    public void EndWait() => Volatile.Write(ref _waitingSince, 0);

    /// <summary>How long the source has been silent, when that is too long; else null.</summary>
    /// <param name="again">When to look the next time: no silence can become too long before.</param>
    public TimeSpan? Overdue(out TimeSpan again)
    {
        again = Least;
        var since = Volatile.Read(ref _waitingSince);
        if (since == 0)
        {
            return null;
        }

        var limit = SeenFrame ? _limit : FirstFrameLimit;
        var silent = time.GetElapsedTime(since);
        if (silent > limit)
        {
            return silent;
        }

        // A little later rather than a little early, since timers round down to whole milliseconds.
        again = limit - silent + TimeSpan.FromMilliseconds(1);
        return null;
    }
}
