using EdgeVision.Messaging.Topics;
using EdgeVision.Messaging.Transport;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Messaging;

/// <summary>Who wants which topics. Handlers run on the loop's thread and must return at once.</summary>
internal sealed class Subscriptions(ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly List<(string Filter, Action<MqttMessage> Handler)> _wanted = [];

    internal void Add(string filter, Action<MqttMessage> handler)
    {
        lock (_gate)
        {
            _wanted.Add((filter, handler));
        }
    }

    /// <summary>The filters from a number on: all at a new connection, later the new ones.</summary>
    internal IReadOnlyList<string> FiltersFrom(int index)
    {
        lock (_gate)
        {
            return index >= _wanted.Count ? [] : [.. _wanted.Skip(index).Select(wanted => wanted.Filter)];
        }
    }

    internal void Deliver(MqttMessage message)
    {
        (string Filter, Action<MqttMessage> Handler)[] wanted;
        lock (_gate)
        {
            wanted = [.. _wanted];
        }

        foreach (var (filter, handler) in wanted)
        {
            if (!TopicFilter.Matches(filter, message.Topic))
            {
                continue;
            }

            try
            {
                handler(message);
            }
            catch (Exception bug)
            {
                logger.HandlerBug(filter, bug);
            }
        }
    }
}
