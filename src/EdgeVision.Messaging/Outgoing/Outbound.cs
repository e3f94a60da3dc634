using EdgeVision.Messaging.Retained;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Messaging.Outgoing;

/// <summary>
/// Everything that is to be published and what became of it. Nothing is given to the transport while there is no
/// connection, and never more unacknowledged messages than the window. The law of its books, at every instant:
/// offered + announced = acked + replaced + dropped + queued + in flight.
/// Any thread may offer; the rest belongs to the thread that owns the transport.
/// </summary>
public sealed class Outbound(int liveCapacity, int faultCapacity, int window)
{
    // QoS 0 packets a stalled socket leaves in the library's memory.
    private const int UnsentLimit = 64;

    private readonly Lock _gate = new();
    private readonly LatestValues _latest = new();
    private readonly LinkedList<OutboundItem> _queued = new();
    private readonly Queue<OutboundItem> _live = new();
    private readonly List<OutboundItem> _inFlight = [];
    private readonly long[] _dropped = new long[Enum.GetValues<DropReason>().Length];
    private bool _online;
    private bool _stopped;
    private int _window;
    private int _unacked;
    private long _offered;
    private long _published;
    private long _acked;
    private long _resent;
    private long _replaced;
    private long _announced;

    /// <summary>Whether nothing waits and nothing is under way.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _latest.Due == 0 && _queued.Count == 0 && _live.Count == 0 && _inFlight.Count == 0;
            }
        }
    }

    /// <summary>Takes a message; never waits. False when it was dropped at once, which is counted.</summary>
    public bool Offer(MqttMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfNegative(message.Qos);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Qos, 1);
        lock (_gate)
        {
            _offered++;
            if (_stopped)
            {
                return Drop(DropReason.Stopping);
            }

            if (message.Retain)
            {
                _replaced += _latest.Set(message) ? 1 : 0;
                return true;
            }

            return message.Qos == 0 ? OfferLive(message) : OfferQueued(message);
        }
    }

    /// <summary>A connection is up: every retained value is due again.</summary>
    /// <param name="receiveMaximum">What the broker takes at once.</param>
    public void Connected(int receiveMaximum)
    {
        lock (_gate)
        {
            _online = true;
            _window = Math.Clamp(receiveMaximum, 1, window);
            _announced += _latest.MarkAllDue();
        }
    }

    /// <summary>The connection is gone: what was not acknowledged waits for the next one, what was live is dropped.</summary>
    public void Lost()
    {
        lock (_gate)
        {
            _online = false;
            for (var i = _inFlight.Count - 1; i >= 0; i--)
            {
                TakeBack(_inFlight[i]);
            }

            _inFlight.Clear();
            _unacked = 0;
            _dropped[(int)DropReason.Offline] += _live.Count;
            _live.Clear();
        }
    }

    /// <summary>Hands over what the window has room for.</summary>
    public void HandOver(IMqttTransport transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        while (TryTakeNext() is { } item)
        {
            var outcome = transport.Publish(item.Message, out var token);
            lock (_gate)
            {
                Settle(item, outcome, token);
            }

            if (outcome == PublishOutcome.NoConnection)
            {
                return;
            }
        }
    }

    /// <summary>The transport's word on a message. Gives it back when the broker refused it, else null.</summary>
    public MqttMessage? Published(int token, bool failed)
    {
        lock (_gate)
        {
            var index = _inFlight.FindIndex(item => item.Token == token);
            if (index < 0)
            {
                return null;
            }

            var item = _inFlight[index];
            _inFlight.RemoveAt(index);
            _unacked -= item.Message.Qos > 0 ? 1 : 0;
            if (failed)
            {
                _dropped[(int)DropReason.Rejected]++;
                return item.Message;
            }

            _acked++;
            return null;
        }
    }

    /// <summary>A message that was given up before it was offered.</summary>
    public void NoteDropped(DropReason reason)
    {
        lock (_gate)
        {
            _offered++;
            _ = Drop(reason);
        }
    }

    /// <summary>Takes one last retained message and no more offers; what waits may still go.</summary>
    public void CloseEntrance(MqttMessage lastWord)
    {
        lock (_gate)
        {
            _ = Offer(lastWord);
            _stopped = true;
        }
    }

    /// <summary>The end: what still waits or is under way is dropped.</summary>
    public void GiveUp()
    {
        Lost();
        lock (_gate)
        {
            _stopped = true;
            _dropped[(int)DropReason.Stopping] += _queued.Count + _latest.Due;
            _queued.Clear();
            while (_latest.TryPeek(out _))
            {
                _latest.Take();
            }
        }
    }

    /// <summary>One consistent reading of the books.</summary>
    public MqttCounters Read()
    {
        lock (_gate)
        {
            return new MqttCounters(
                _offered, _published, _acked, _resent, _replaced, _announced,
                _queued.Count + _live.Count + _latest.Due, _inFlight.Count, [.. _dropped]);
        }
    }

    private bool OfferLive(MqttMessage message)
    {
        if (!_online)
        {
            return Drop(DropReason.Offline);
        }

        if (_live.Count == liveCapacity)
        {
            _ = _live.Dequeue();
            _ = Drop(DropReason.QueueFull);
        }

        _live.Enqueue(new OutboundItem(message));
        return true;
    }

    private bool OfferQueued(MqttMessage message)
    {
        if (_queued.Count >= faultCapacity)
        {
            _queued.RemoveFirst();
            _ = Drop(DropReason.QueueFull);
        }

        _ = _queued.AddLast(new OutboundItem(message));
        return true;
    }

    private bool Drop(DropReason reason)
    {
        _dropped[(int)reason]++;
        return false;
    }

    private void TakeBack(OutboundItem item)
    {
        if (item.Message.Retain)
        {
            _replaced += _latest.PutBack(item.Message) ? 0 : 1;
        }
        else if (item.Message.Qos == 0)
        {
            _ = Drop(DropReason.Offline);
        }
        else
        {
            _ = _queued.AddFirst(item);
        }
    }

    /// <summary>State before faults before detections; what is taken counts as in flight at once.</summary>
    private OutboundItem? TryTakeNext()
    {
        lock (_gate)
        {
            if (!_online)
            {
                return null;
            }

            var item = TakeRetained() ?? TakeQueued() ?? TakeLive();
            if (item is not null)
            {
                _inFlight.Add(item);
                _unacked += item.Message.Qos > 0 ? 1 : 0;
            }

            return item;
        }
    }

    private OutboundItem? TakeRetained()
    {
        if (!_latest.TryPeek(out var message) || !HasRoom(message!.Qos))
        {
            return null;
        }

        _latest.Take();
        return new OutboundItem(message);
    }

    private OutboundItem? TakeQueued()
    {
        if (_queued.First is not { } first || !HasRoom(1))
        {
            return null;
        }

        _queued.RemoveFirst();
        return first.Value;
    }

    private OutboundItem? TakeLive() => _live.Count > 0 && HasRoom(0) ? _live.Dequeue() : null;

    private bool HasRoom(int qos) => qos > 0 ? _unacked < _window : _inFlight.Count - _unacked < UnsentLimit;

    private void Settle(OutboundItem item, PublishOutcome outcome, int token)
    {
        item.Token = token;
        switch (outcome)
        {
            case PublishOutcome.Handed:
                _published += item.Handed ? 0 : 1;
                _resent += item.Handed ? 1 : 0;
                item.Handed = true;
                break;
            case PublishOutcome.NoConnection:
                RemoveFromFlight(item);
                TakeBack(item);
                break;
            default:
                RemoveFromFlight(item);
                _ = Drop(outcome == PublishOutcome.TooLarge ? DropReason.TooLarge : DropReason.Rejected);
                break;
        }
    }

    private void RemoveFromFlight(OutboundItem item)
    {
        _ = _inFlight.Remove(item);
        _unacked -= item.Message.Qos > 0 ? 1 : 0;
    }
}
