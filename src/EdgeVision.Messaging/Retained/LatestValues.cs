using EdgeVision.Messaging.Transport;

namespace EdgeVision.Messaging.Retained;

/// <summary>
/// The newest message of each retained topic, and which of them the broker has yet to get. While the broker is away
/// older values are simply replaced; at each new connection all are due again, in the order in which the topics
/// first came. Not thread-safe.
/// </summary>
public sealed class LatestValues
{
    private readonly Dictionary<string, MqttMessage> _newest = new(StringComparer.Ordinal);
    private readonly List<string> _topics = [];
    private readonly Queue<string> _due = new();
    private readonly HashSet<string> _isDue = new(StringComparer.Ordinal);

    /// <summary>Topics that have a value.</summary>
    public int Count => _newest.Count;

    /// <summary>Topics whose newest value is still to be sent.</summary>
    public int Due => _isDue.Count;

    /// <summary>True when it replaces a value that was still to be sent.</summary>
    public bool Set(MqttMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_newest.ContainsKey(message.Topic))
        {
            _topics.Add(message.Topic);
        }

        _newest[message.Topic] = message;
        return !MarkDue(message.Topic);
    }

    /// <summary>For a new connection, whose broker may have forgotten everything. Gives the number of values not due before.</summary>
    public int MarkAllDue()
    {
        var before = _isDue.Count;
        _due.Clear();
        _isDue.Clear();
        foreach (var topic in _topics)
        {
            _ = MarkDue(topic);
        }

        return _isDue.Count - before;
    }

    /// <summary>A value that was taken did not arrive. False when there is a newer one, which makes it needless.</summary>
    public bool PutBack(MqttMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ReferenceEquals(_newest[message.Topic], message) && MarkDue(message.Topic);
    }

    /// <summary>The next value to send.</summary>
    public bool TryPeek(out MqttMessage? message)
    {
        message = _due.TryPeek(out var topic) ? _newest[topic] : null;
        return message is not null;
    }

    /// <summary>The value that <see cref="TryPeek"/> showed is taken.</summary>
    public void Take() => _isDue.Remove(_due.Dequeue());

    private bool MarkDue(string topic)
    {
        if (!_isDue.Add(topic))
        {
            return false;
        }

        _due.Enqueue(topic);
        return true;
    }
}
