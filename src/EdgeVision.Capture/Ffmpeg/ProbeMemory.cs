namespace EdgeVision.Capture.Ffmpeg;

/// <summary>
/// The last probe of one camera: a quick reconnect need not ask again. Forgotten after a while, and when a
/// connection that relied on it gave no picture.
/// </summary>
internal sealed class ProbeMemory(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private ProbeResult? _result;
    private long _seen;

    public ProbeResult? Recall() => _result is not null && time.GetElapsedTime(_seen) < Lifetime ? _result : null;

    /// <summary>The connection with this result gave pictures until now.</summary>
    public void Keep(ProbeResult result)
    {
        _result = result;
        _seen = time.GetTimestamp();
    }

    public void Forget() => _result = null;
}
