namespace EdgeVision.Core.Pipeline;

/// <summary>
/// When a lane's rate allows its next frame, in media time, so that a file read as fast as possible is paced as it
/// was filmed. Keeps the average: a frame that comes late does not push the later ones.
/// </summary>
public sealed class Pacing
{
    private TimeSpan _due;

    public TimeSpan UntilDue(TimeSpan mediaTime) => _due - mediaTime;

    public void Taken(TimeSpan mediaTime, TimeSpan interval)
    {
        var earliest = mediaTime - interval;
        _due = (_due > earliest ? _due : earliest) + interval;
    }

    /// <summary>Media time starts over when a source is opened anew.</summary>
    public void Restart() => _due = TimeSpan.Zero;
}
