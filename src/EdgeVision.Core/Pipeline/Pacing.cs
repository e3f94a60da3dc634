namespace EdgeVision.Core.Pipeline;

/// <summary>
/// When a lane's rate allows its next frame, in media time, so that a file read as fast as possible is paced as it
/// was filmed. Keeps the average: a frame that comes late does not push the later ones.
/// </summary>
public sealed class Pacing
{
    private TimeSpan _due;
    private TimeSpan _taken;

    public TimeSpan UntilDue(TimeSpan mediaTime) => StartedOver(mediaTime) ? TimeSpan.Zero : _due - mediaTime;

    public void Taken(TimeSpan mediaTime, TimeSpan interval)
    {
        var earliest = mediaTime - interval;
        var due = StartedOver(mediaTime) ? mediaTime : _due;
        _due = (due > earliest ? due : earliest) + interval;
        _taken = mediaTime;
    }

    /// <summary>Media time starts over when a source is opened anew.</summary>
    public void Restart() => _due = TimeSpan.Zero;

    // A frame of the connection before may be taken after the restart, and would hold the new ones up until its time.
    private bool StartedOver(TimeSpan mediaTime) => mediaTime < _taken;
}
