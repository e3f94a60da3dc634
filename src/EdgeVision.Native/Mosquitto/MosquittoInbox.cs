namespace EdgeVision.Native.Mosquitto;

/// <summary>
/// What the callbacks leave for the thread that drives the library. They run inside its calls, so there is no other
/// thread and no lock.
/// </summary>
internal sealed class MosquittoInbox
{
    private const int KeptLines = 4;
    private readonly Queue<MosquittoEvent> _events = new();
    private readonly Queue<string> _errorLines = new();

    internal bool Refused { get; private set; }

    internal bool Closed { get; private set; }

    /// <summary>An exception that a callback met and must not let through native code.</summary>
    internal Exception? Bug { get; set; }

    /// <summary>Reason code of the broker's DISCONNECT; 0 when there was none.</summary>
    internal int DisconnectReason { get; set; }

    internal void Add(in MosquittoEvent happened)
    {
        Refused |= happened.Kind == MosquittoEventKind.Refused;
        Closed |= happened.Kind == MosquittoEventKind.Closed;
        _events.Enqueue(happened);
    }

    internal bool TryTake(out MosquittoEvent happened) => _events.TryDequeue(out happened);

    internal void AddErrorLine(string line)
    {
        if (_errorLines.Count == KeptLines)
        {
            _ = _errorLines.Dequeue();
        }

        _errorLines.Enqueue(line);
    }

    /// <summary>The library's own log lines since the last call, which say more than its status; null when none.</summary>
    internal string? TakeErrorLines()
    {
        if (_errorLines.Count == 0)
        {
            return null;
        }

        var text = string.Join("; ", _errorLines);
        _errorLines.Clear();
        return text;
    }
}
