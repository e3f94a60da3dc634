using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Opens after so many faults within a window; while it is open nothing should be tried before the pause is over. Pauses grow
/// while it opens again and again, and are short again once it stayed closed for a whole window. Knows no clock: every call is
/// told the time, on any scale that does not run backwards.
/// </summary>
/// <param name="faults">How many open it, at least 1.</param>
/// <param name="window">How long a fault counts.</param>
/// <param name="pauses">The pauses before it may be tried again.</param>
public sealed class CircuitBreaker(int faults, TimeSpan window, Backoff pauses)
{
    private readonly Queue<TimeSpan> _recent = new();
    private TimeSpan _closedAt = TimeSpan.MinValue;

    public bool IsOpen { get; private set; }

    /// <summary>When it may be tried again; only while it is open.</summary>
    public TimeSpan TryAt { get; private set; }

    /// <summary>Notes a fault; true when it opens by it.</summary>
    public bool Record(TimeSpan now)
    {
        if (IsOpen)
        {
            return false;
        }

        Forget(now);
        _recent.Enqueue(now);
        if (_recent.Count < faults)
        {
            return false;
        }

        Trip(now);
        return true;
    }

    /// <summary>Opens at once, or, when it is open, begins the next and longer pause.</summary>
    public void Trip(TimeSpan now)
    {
        if (!IsOpen && _closedAt != TimeSpan.MinValue && now - _closedAt >= window)
        {
            pauses.Reset();
        }

        IsOpen = true;
        _recent.Clear();
        TryAt = now + pauses.Next();
    }

    /// <summary>Closes, since what it guards works again.</summary>
    public void Close(TimeSpan now)
    {
        IsOpen = false;
        _closedAt = now;
        _recent.Clear();
    }

    /// <summary>Whether it is closed and no fault counts any more.</summary>
    public bool IsCalm(TimeSpan now)
    {
        Forget(now);
        return !IsOpen && _recent.Count == 0;
    }

    private void Forget(TimeSpan now)
    {
        while (_recent.TryPeek(out var oldest) && now - oldest >= window)
        {
            _recent.Dequeue();
        }
    }
}
