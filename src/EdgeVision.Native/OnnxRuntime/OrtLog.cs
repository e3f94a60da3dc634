namespace EdgeVision.Native.OnnxRuntime;

/// <summary>The library's last messages, kept here so that they reach a fault report and never stderr. Safe from any thread.</summary>
public sealed class OrtLog
{
    /// <summary>How many messages are kept.</summary>
    public const int Capacity = 64;

    private const int LongestMessage = 1000;
    private readonly Lock _gate = new();
    private readonly Queue<OrtLogLine> _lines = new(Capacity);
    private long _total;

    internal OrtLog()
    {
    }

    /// <summary>Messages ever received, kept or not.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>The kept messages, oldest first.</summary>
    public IReadOnlyList<OrtLogLine> Recent()
    {
        lock (_gate)
        {
            return [.. _lines];
        }
    }

    internal void Add(OrtSeverity severity, string category, string message)
    {
        var text = message.Length <= LongestMessage ? message : string.Concat(message.AsSpan(0, LongestMessage), "…");
        var line = new OrtLogLine(severity, category, text.TrimEnd());
        Interlocked.Increment(ref _total);
        lock (_gate)
        {
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }
}
