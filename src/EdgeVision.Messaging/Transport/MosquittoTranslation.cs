using EdgeVision.Native.Mosquitto;

namespace EdgeVision.Messaging.Transport;

/// <summary>Between the transport's words and the binding's.</summary>
internal static class MosquittoTranslation
{
    internal static TransportEvent ToTransport(this in MosquittoEvent happened) => new(
        KindOf(happened.Kind),
        happened.MessageId,
        happened.ReasonCode,
        happened.Text.Length == 0 && happened.ReasonCode >= 128
            ? MosquittoLibrary.ReasonWords(happened.ReasonCode) : happened.Text,
        happened.Limits?.ReceiveMaximum ?? 0,
        happened.Message?.ToTransport());

    internal static MosquittoMessage ToNative(this MqttMessage message) =>
        new(message.Topic, message.Payload, message.Qos, message.Retain)
        {
            ContentType = message.ContentType,
            IsText = message.IsText,
            Expiry = message.Expiry,
            ResponseTopic = message.ResponseTopic,
            CorrelationData = message.CorrelationData,
            UserProperties = message.UserProperties,
        };

    private static MqttMessage ToTransport(this MosquittoMessage message) =>
        new(message.Topic, message.Payload, message.Qos, message.Retain)
        {
            ContentType = message.ContentType,
            IsText = message.IsText,
            Expiry = message.Expiry,
            ResponseTopic = message.ResponseTopic,
            CorrelationData = message.CorrelationData,
            UserProperties = message.UserProperties,
        };

    private static TransportEventKind KindOf(MosquittoEventKind kind) => kind switch
    {
        MosquittoEventKind.Accepted => TransportEventKind.Accepted,
        MosquittoEventKind.Refused => TransportEventKind.Refused,
        MosquittoEventKind.Published => TransportEventKind.Published,
        MosquittoEventKind.Subscribed => TransportEventKind.Subscribed,
        MosquittoEventKind.Received => TransportEventKind.Received,
        _ => TransportEventKind.Closed,
    };
}
