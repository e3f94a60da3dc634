using EdgeVision.Messaging.Transport;

namespace EdgeVision.Messaging.Outgoing;

/// <summary>A message on its way, and whether an earlier connection already had it.</summary>
internal sealed class OutboundItem(MqttMessage message)
{
    internal MqttMessage Message { get; } = message;

    internal bool Handed { get; set; }

    internal int Token { get; set; }
}
