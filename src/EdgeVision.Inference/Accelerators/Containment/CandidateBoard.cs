using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>
/// Which candidate gets the next frame, and who still uses the memory of those that do no longer. The first in the list that
/// serves is active; the last always serves. Its lock is held over a few fields only; the watcher is told outside of it.
/// </summary>
internal sealed class CandidateBoard
{
    private readonly CandidateTrack[] _tracks;
    private readonly WatcherQueue _watcher;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Lock _gate = new();
    private readonly List<CandidateTrack> _changed = [];
    private CandidateTrack? _active;

    public CandidateBoard(IEnumerable<CandidateTrack> tracks, IAcceleratorWatcher watcher, TimeProvider time)
    {
        _tracks = [.. tracks];
        _watcher = new WatcherQueue(watcher);
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>On the scale of the breakers.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_start);

    public IReadOnlyList<AcceleratorStatus> Statuses
    {
        get
        {
            lock (_gate)
            {
                return [.. _tracks.Select(StatusOf)];
            }
        }
    }

    /// <summary>Name of the active candidate.</summary>
    public string Active
    {
        get
        {
            lock (_gate)
            {
                return _active?.Candidate.Name ?? "";
            }
        }
    }

    /// <summary>How long a retired or refused candidate is left alone from now.</summary>
    public TimeSpan PauseOf(CandidateTrack track)
    {
        lock (_gate)
        {
            return track.Breaker.TryAt - Now;
        }
    }

    /// <summary>The active one, kept open until it is unpinned.</summary>
    public AcceleratorInstance PinActive()
    {
        lock (_gate)
        {
            return Pin(_active!.Instance!);
        }
    }

    /// <summary>The first serving candidate behind one that failed; null when there is none.</summary>
    /// <param name="failed">The one.</param>
    /// <param name="isLate">There is no time for another failure: the last one, which answers for sure.</param>
    public AcceleratorInstance? PinAfter(CandidateTrack failed, bool isLate)
    {
        lock (_gate)
        {
            for (var order = Math.Max(failed.Order + 1, isLate ? _tracks.Length - 1 : 0); order < _tracks.Length; order++)
            {
                if (_tracks[order] is { Life.Serves: true, Instance: { } instance })
                {
                    return Pin(instance);
                }
            }

            return null;
        }
    }

    public void Unpin(AcceleratorInstance instance)
    {
        lock (_gate)
        {
            if (--instance.Pins == 0 && instance.Retired)
            {
                instance.Free.TrySetResult();
            }
        }
    }

    /// <summary>A state without a fault, on the way to service.</summary>
    public void Move(CandidateTrack track, AcceleratorState state)
    {
        lock (_gate)
        {
            Change(track, state);
            NoteChanges();
        }

        _watcher.Tell();
    }

    /// <summary>An opened and proved accelerator begins to serve.</summary>
    public void Install(AcceleratorInstance instance, GoldenVerdict? verdict)
    {
        var track = instance.Track;
        lock (_gate)
        {
            track.Instance = instance;
            track.Verdict = verdict;
            track.Fault = null;
            track.Breaker.Close(Now);
            Change(track, AcceleratorState.Ready);
            Choose();
            NoteChanges();
        }

        _watcher.Tell();
    }

    /// <summary>A candidate could not be opened or proved. True when that is news.</summary>
    public bool Refuse(CandidateTrack track, Fault fault, AcceleratorState state)
    {
        bool news;
        lock (_gate)
        {
            news = track.Fault is null || !fault.SaysTheSameAs(track.Fault);
            track.Fault = fault;
            track.Faults++;
            track.Breaker.Trip(Now);
            Change(track, state);
            NoteChanges();
        }

        _watcher.Tell();
        return news;
    }

    /// <summary>A frame failed on it. When the breaker opens, or it is lost, it serves no more.</summary>
    public void Fail(AcceleratorInstance instance, Fault fault, bool isLost)
    {
        var track = instance.Track;
        lock (_gate)
        {
            track.Faults++;

            // What its earlier opening still does says nothing of the one that serves now.
            if (track.Instance == instance)
            {
                track.Fault = fault;
                Change(track, AcceleratorState.Suspect);
                var opened = track.Breaker.Record(Now);
                if (!track.IsLast && (isLost || opened))
                {
                    Retire(track, instance, isTripped: opened);
                }

                NoteChanges();
            }
        }

        _watcher.Tell();
    }

    /// <summary>A frame went well on it.</summary>
    public void Work(AcceleratorInstance instance)
    {
        var track = instance.Track;
        lock (_gate)
        {
            if (track.Life.State != AcceleratorState.Suspect || track.Instance != instance || !IsCalm(track))
            {
                return;
            }

            track.Fault = null;
            Change(track, AcceleratorState.Ready);
            NoteChanges();
        }

        _watcher.Tell();
    }

    public void Publish(Fault fault)
    {
        _watcher.Note(watcher => watcher.OnFault(fault));
        _watcher.Tell();
    }

    private bool IsCalm(CandidateTrack track)
    {
        if (track is { IsLast: true, Breaker.IsOpen: true } && Now >= track.Breaker.TryAt)
        {
            track.Breaker.Close(Now);
        }

        return track.Breaker.IsCalm(Now);
    }

    private static AcceleratorInstance Pin(AcceleratorInstance instance)
    {
        instance.Pins++;
        return instance;
    }

    private void Retire(CandidateTrack track, AcceleratorInstance instance, bool isTripped)
    {
        if (!isTripped)
        {
            track.Breaker.Trip(Now);
        }

        track.Instance = null;
        instance.Retired = true;
        if (instance.Pins == 0)
        {
            instance.Free.TrySetResult();
        }

        Change(track, AcceleratorState.Quarantined);
        Choose();
    }

    private void Change(CandidateTrack track, AcceleratorState state)
    {
        if (track.Life.Move(state))
        {
            _changed.Add(track);
        }
    }

    private void Choose()
    {
        var chosen = Array.Find(_tracks, track => track.Life.Serves && track.Instance is not null);
        if (chosen is null || chosen == _active)
        {
            return;
        }

        var before = _active;
        _active = chosen;
        var (from, to) = (before?.Candidate.Name ?? "", chosen.Candidate.Name);
        _watcher.Note(watcher => watcher.OnActive(from, to));
        if (before is not null)
        {
            _changed.Add(before);
        }

        _changed.Add(chosen);
    }

    /// <summary>Each changed candidate once, as it stands after all of one step's changes.</summary>
    private void NoteChanges()
    {
        foreach (var track in _changed.Distinct())
        {
            var status = StatusOf(track);
            _watcher.Note(watcher => watcher.OnState(status));
        }

        _changed.Clear();
    }

    private AcceleratorStatus StatusOf(CandidateTrack track) => new(
        track.Candidate.Name, track.Candidate.Provider, track.Life.State, track == _active, track.Fault, track.Faults)
    {
        Verdict = track.Verdict, Placement = track.Instance?.Accelerator.Placement,
    };
}
