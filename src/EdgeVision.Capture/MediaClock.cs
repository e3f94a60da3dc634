namespace EdgeVision.Capture;

/// <summary>
/// Time of a frame within its source. A file's is counted: frame number / rate, which is exact for a constant rate
/// and an average for a variable one, since raw video carries no time stamps. A camera's is measured from its first
/// frame on the monotonic clock.
/// </summary>
internal sealed class MediaClock
{
    private readonly TimeProvider? _time;
    private readonly double _framesPerSecond;
    private long _frames;
    private long _first;

    private MediaClock(TimeProvider? time, double framesPerSecond)
    {
        _time = time;
        _framesPerSecond = framesPerSecond;
    }

    /// <summary>Frames so far.</summary>
    public long Frames => _frames;

    public static MediaClock Counted(double framesPerSecond) => new(null, framesPerSecond);

    public static MediaClock Measured(TimeProvider time) => new(time, 0);

    /// <summary>Time of the frame that has just arrived.</summary>
    public TimeSpan Next()
    {
        var index = _frames++;
        if (_time is null)
        {
            return TimeSpan.FromSeconds(index / _framesPerSecond);
        }

        if (index == 0)
        {
            _first = _time.GetTimestamp();
        }

        return _time.GetElapsedTime(_first);
    }
}
