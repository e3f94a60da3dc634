namespace EdgeVision.Native.Mosquitto;

/// <summary>One thing that happened on a connection, in order.</summary>
/// <param name="Kind">Which of the values below have a meaning.</param>
/// <param name="MessageId">Published and Subscribed: the id that the call returned.</param>
/// <param name="ReasonCode">The broker's MQTT 5 reason code.</param>
/// <param name="Text">Refused and Closed: why, in the library's or the broker's words.</param>
/// <param name="Limits">Accepted: what the broker allows.</param>
/// <param name="Message">Received: the message.</param>
public readonly record struct MosquittoEvent(
    MosquittoEventKind Kind,
    int MessageId = 0,
    int ReasonCode = 0,
    string Text = "",
    BrokerLimits? Limits = null,
    MosquittoMessage? Message = null);
