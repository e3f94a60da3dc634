namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Gives up runs that take longer than their candidate's limit. The timer is set when a run would end before it fires, and left
/// alone otherwise: quick runs, one after another, cost no timer each.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    private const long Never = long.MaxValue;

    private readonly TimeProvider _time;
    private readonly Action<InstanceRun> _overdue;
    private readonly InstanceRun?[] _runs;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private long _fires = Never;

    /// <param name="slots">Number of slots.</param>
    /// <param name="time">The clock.</param>
    /// <param name="overdue">Gets each run that was given up.</param>
    public RunWatch(int slots, TimeProvider time, Action<InstanceRun> overdue)
    {
        _time = time;
        _overdue = overdue;
        _runs = new InstanceRun?[slots];
        _timer = time.CreateTimer(static state => ((RunWatch)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Watches the run that has just begun.</summary>
    public void Watch(InstanceRun run)
    {
        var limit = run.Instance.Track.Candidate.RunLimit;
        lock (_gate)
        {
            _runs[run.Slot] = run;
            if (limit != Timeout.InfiniteTimeSpan)
            {
                FireBy(DueOf(run));
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_gate)
        {
            _fires = Never;
        }

        foreach (var (run, number) in Overdue())
        {
            if (run.TryGiveUp(number))
            {
                _overdue(run);
            }
        }
    }

    private List<(InstanceRun Run, long Number)> Overdue()
    {
        var overdue = new List<(InstanceRun, long)>();
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            foreach (var run in _runs)
            {
                // The number is read before its time: should another run begin in between, the number no longer fits.
                var number = run?.UnderWay ?? 0;
                var due = number > 0 ? DueOf(run!) : Never;
                if (due == Never)
                {
                    continue;
                }

                if (now >= due)
                {
                    overdue.Add((run!, number));
                }
                else
                {
                    FireBy(due);
                }
            }
        }

        return overdue;
    }

    private long DueOf(InstanceRun run)
    {
        var limit = run.Instance.Track.Candidate.RunLimit;
        return limit == Timeout.InfiniteTimeSpan ? Never : run.Turn + (long)(limit.TotalSeconds * _time.TimestampFrequency);
    }

    private void FireBy(long due)
    {
        if (due >= _fires)
        {
            return;
        }

        _fires = due;

        // A little later rather than a little early, since timers round down to whole milliseconds.
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), due) + TimeSpan.FromMilliseconds(1);
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
