using System.Collections.Concurrent;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>Tells the watcher what happened, in the order in which it was noted and never from under a lock.</summary>
internal sealed class WatcherQueue(IAcceleratorWatcher watcher)
{
    private readonly ConcurrentQueue<Action<IAcceleratorWatcher>> _notes = new();
    private int _telling;

    public void Note(Action<IAcceleratorWatcher> note) => _notes.Enqueue(note);

    /// <summary>Tells what was noted, unless another thread is at it, which then tells this too.</summary>
    public void Tell()
    {
        while (!_notes.IsEmpty && Interlocked.Exchange(ref _telling, 1) == 0)
        {
            try
            {
                while (_notes.TryDequeue(out var note))
                {
                    TellOne(note);
                }
            }
            finally
            {
                Volatile.Write(ref _telling, 0);
            }
        }
    }

    private void TellOne(Action<IAcceleratorWatcher> note)
    {
        try
        {
            note(watcher);
        }
        catch (Exception)
        {
            // A frame's way must not end in whoever watches it.
        }
    }
}
