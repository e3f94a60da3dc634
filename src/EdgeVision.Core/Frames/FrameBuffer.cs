namespace EdgeVision.Core.Frames;

/// <summary>
/// The pixels of one frame and the tickets out on them. Ticket numbers only grow, so a ticket that was given back
/// can never be mistaken for a later one.
/// </summary>
internal sealed class FrameBuffer(FramePool pool, int capacity)
{
    /// <summary>At most this many holders share one frame.</summary>
    internal const int MaxTickets = 4;

    // Pinned, so that a native library may be handed the address without a copy.
    private readonly byte[] _memory = GC.AllocateUninitializedArray<byte>(capacity, pinned: true);
    private readonly long[] _tickets = new long[MaxTickets];
    private readonly FrameHolder[] _holders = new FrameHolder[MaxTickets];
    private readonly Lock _gate = new();
    private long _lastTicket;

    internal FrameFormat Format { get; private set; }

    internal FrameStamp Stamp { get; private set; }

    internal FrameLease Rent(FrameFormat format, FrameHolder holder)
    {
        Format = format;
        Stamp = default;
        return new FrameLease(this, Issue(holder));
    }

    internal FrameLease Share(long ticket, FrameHolder holder)
    {
        lock (_gate)
        {
            IndexOf(ticket);
            return new FrameLease(this, Issue(holder));
        }
    }

    internal void HandTo(long ticket, FrameHolder holder)
    {
        lock (_gate)
        {
            _holders[IndexOf(ticket)] = holder;
        }
    }

    internal Span<byte> Pixels(long ticket)
    {
        lock (_gate)
        {
            IndexOf(ticket);
            return _memory.AsSpan(0, Format.ByteCount);
        }
    }

    internal void SetStamp(long ticket, FrameStamp stamp)
    {
        lock (_gate)
        {
            IndexOf(ticket);
            Stamp = stamp;
        }
    }

    internal bool IsLive(long ticket)
    {
        lock (_gate)
        {
            return Array.IndexOf(_tickets, ticket) >= 0;
        }
    }

    /// <summary>Giving back twice is harmless: the ticket is gone after the first time.</summary>
    internal void GiveBack(long ticket)
    {
        bool free;
        lock (_gate)
        {
            var index = Array.IndexOf(_tickets, ticket);
            if (index < 0)
            {
                return;
            }

            _tickets[index] = 0;
            free = !_tickets.AsSpan().ContainsAnyExcept(0L);
        }

        if (free)
        {
            pool.Return(this);
        }
    }

    internal void CountHolders(Span<int> counts)
    {
        lock (_gate)
        {
            for (var i = 0; i < MaxTickets; i++)
            {
                if (_tickets[i] != 0)
                {
                    counts[(int)_holders[i]]++;
                }
            }
        }
    }

    private long Issue(FrameHolder holder)
    {
        lock (_gate)
        {
            var free = Array.IndexOf(_tickets, 0L);
            if (free < 0)
            {
                throw new InvalidOperationException($"a frame may have {MaxTickets} holders at the most");
            }

            _holders[free] = holder;
            return _tickets[free] = ++_lastTicket;
        }
    }

    private int IndexOf(long ticket)
    {
        var index = ticket == 0 ? -1 : Array.IndexOf(_tickets, ticket);
        return index >= 0 ? index : throw new ObjectDisposedException(nameof(FrameLease), "this frame was already given back");
    }
}
