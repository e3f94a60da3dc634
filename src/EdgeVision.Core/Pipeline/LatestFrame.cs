using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// The slot of one frame between capture and inference, with the regions the gate found in it. The slot owns the
/// frame while it lies there.
/// </summary>
public sealed class LatestFrame
{
    /// <summary>Regions kept with a frame; a gate that finds more is asked to merge them.</summary>
    public const int MaxRegions = 16;

    private readonly Box[] _regions = new Box[MaxRegions];
    // An object, not a Lock: a source that hands over every frame waits on it.
    private readonly object _gate = new();
    private FrameLease _frame;
    private FrameStamp _stamp;
    private int _regionCount;
    private bool _full;

    /// <summary>The waiting frame's stamp; false when the slot is empty.</summary>
    public bool TryPeek(out FrameStamp stamp)
    {
        lock (_gate)
        {
            stamp = _stamp;
            return _full;
        }
    }

    /// <summary>Puts a frame in and gives out the one it replaces, if any.</summary>
    public bool Put(FrameLease frame, ReadOnlySpan<Box> regions, out FrameLease replaced)
    {
        lock (_gate)
        {
            replaced = _frame;
            var wasFull = _full;
            _frame = frame.HandTo(FrameHolder.Slot);
            _stamp = frame.Stamp;
            _regionCount = Math.Min(regions.Length, MaxRegions);
            regions[.._regionCount].CopyTo(_regions);
            _full = true;
            return wasFull;
        }
    }

    /// <summary>Takes the frame out, copying its regions.</summary>
    /// <param name="regions">Room for <see cref="MaxRegions"/> boxes.</param>
    /// <param name="regionCount">How many were written.</param>
    /// <param name="frame">The frame; the caller owns it now.</param>
    public bool TryTake(Span<Box> regions, out int regionCount, out FrameLease frame)
    {
        lock (_gate)
        {
            frame = _frame;
            regionCount = _regionCount;
            if (!_full)
            {
                return false;
            }

            _regions.AsSpan(0, _regionCount).CopyTo(regions);
            _frame = default;
            _full = false;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Waits until the slot is empty or the token is cancelled.</summary>
    public void WaitUntilEmpty(CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (_full && !cancellation.IsCancellationRequested)
            {
                // A limit instead of a second signal: cancellation is rare and needs no instant answer.
                Monitor.Wait(_gate, TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
