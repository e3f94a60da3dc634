using EdgeVision.Core.Pipeline;

namespace EdgeVision.Messaging.Results;

/// <summary>A bounded queue of reused copies. When full, the oldest is overwritten: the newest result is worth most.</summary>
internal sealed class ResultRing(int capacity)
{
    private readonly Lock _gate = new();
    private readonly ResultCopy?[] _copies = new ResultCopy?[capacity];
    private ResultCopy? _spare = new();
    private int _first;
    private int _count;

    /// <summary>Copies a result. False when the oldest had to go for it.</summary>
    internal bool Put(in LaneResult result, CameraFeed feed)
    {
        lock (_gate)
        {
            var fits = _count < capacity;
            if (!fits)
            {
                _first = (_first + 1) % capacity;
                _count--;
            }

            // Numbered under the lock, so that the queue's order is the numbers' order.
            var copy = _copies[(_first + _count) % capacity] ??= new ResultCopy();
            copy.Fill(result, feed, feed.NextSeq());
            _count++;
            return fits;
        }
    }

    /// <summary>The oldest copy, the caller's until its next call; null when there is none.</summary>
    internal ResultCopy? Take()
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return null;
            }

            (_copies[_first], _spare) = (_spare, _copies[_first]);
            _first = (_first + 1) % capacity;
            _count--;
            return _spare;
        }
    }
}
