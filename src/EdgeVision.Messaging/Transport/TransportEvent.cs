namespace EdgeVision.Messaging.Transport;

/// <summary>One thing that happened on a connection.</summary>
/// <param name="Kind">Which of the values below have a meaning.</param>
/// <param name="Token">Published: what the call gave.</param>
/// <param name="ReasonCode">The broker's MQTT 5 reason code; from 128 on it is a failure.</param>
/// <param name="Reason">Refused, Closed, and failures of the others: why, in words.</param>
/// <param name="ReceiveMaximum">Accepted: unacknowledged QoS 1 messages the broker takes at once.</param>
/// <param name="Message">Received: the message.</param>
public readonly record struct TransportEvent(
    TransportEventKind Kind,
    int Token = 0,
    int ReasonCode = 0,
    string Reason = "",
    int ReceiveMaximum = 0,
    MqttMessage? Message = null)
{
    public bool Failed => ReasonCode >= 128;
}
