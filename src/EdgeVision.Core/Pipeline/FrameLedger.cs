namespace EdgeVision.Core.Pipeline;

/// <summary>
/// The books of one camera: captured = sum of fates + in slot + in flight, at every instant. A frame moves from one
/// column to another in one step, so the books can be read at any time.
/// </summary>
public sealed class FrameLedger
{
    private readonly long[] _fates = new long[Enum.GetValues<FrameFate>().Length];
    private readonly Lock _gate = new();
    private long _captured;
    private int _inSlot;
    private int _inFlight;

    /// <summary>A new frame went into the slot.</summary>
    public void CapturedIntoSlot()
    {
        lock (_gate)
        {
            _captured++;
            _inSlot++;
        }
    }

    /// <summary>A new frame ended at once.</summary>
    public void CapturedAs(FrameFate fate)
    {
        lock (_gate)
        {
            _captured++;
            _fates[(int)fate]++;
        }
    }

    /// <summary>The slot's frame went to an accelerator.</summary>
    public void SlotToFlight()
    {
        lock (_gate)
        {
            _inSlot--;
            _inFlight++;
        }
    }

    /// <summary>The slot's frame ended without being looked at.</summary>
    public void SlotTo(FrameFate fate)
    {
        lock (_gate)
        {
            _inSlot--;
            _fates[(int)fate]++;
        }
    }

    /// <summary>The accelerator's frame ended.</summary>
    public void FlightTo(FrameFate fate)
    {
        lock (_gate)
        {
            _inFlight--;
            _fates[(int)fate]++;
        }
    }

    /// <summary>One consistent reading of the books.</summary>
    public LedgerReading Read()
    {
        lock (_gate)
        {
            return new LedgerReading(_captured, [.. _fates], _inSlot, _inFlight);
        }
    }
}
