using EdgeVision.Messaging.Transport;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Messaging;

/// <summary>All log texts of Messaging. Ids 5000 to 5999.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(5001, LogLevel.Information, "connected to the broker {Broker}, which takes {ReceiveMaximum} unacknowledged messages")]
    public static partial void BrokerOnline(this ILogger logger, string broker, int receiveMaximum);

    [LoggerMessage(5002, LogLevel.Warning, "broker {Broker} is {State}: {Reason}; trying again until it is there")]
    public static partial void BrokerAway(this ILogger logger, string broker, ConnectionState state, string reason);

    [LoggerMessage(5003, LogLevel.Warning, "the broker will not have messages on {Topic}: {Reason}; they are counted as rejected")]
    public static partial void TopicRejected(this ILogger logger, string topic, string reason);

    [LoggerMessage(5004, LogLevel.Warning, "the broker refused a subscription: {Reason}")]
    public static partial void SubscriptionRefused(this ILogger logger, string reason);

    [LoggerMessage(5005, LogLevel.Error, "the messaging loop met a bug; connecting anew")]
    public static partial void LoopBug(this ILogger logger, Exception exception);

    [LoggerMessage(5006, LogLevel.Error, "the handler of {Filter} met a bug")]
    public static partial void HandlerBug(this ILogger logger, string filter, Exception exception);

    [LoggerMessage(5007, LogLevel.Error, "a result could not be published, by a bug")]
    public static partial void SinkBug(this ILogger logger, Exception exception);

    [LoggerMessage(5008, LogLevel.Warning, "the connection to broker {Broker} did not end within {Budget}; leaving it")]
    public static partial void StopOverran(this ILogger logger, string broker, TimeSpan budget);
}
