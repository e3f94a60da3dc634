using System.Text;

namespace EdgeVision.Testing;

/// <summary>What mosquitto_sub printed of a message.</summary>
public sealed record ReceivedMessage(string Topic, int Qos, bool Retained, string ContentType, byte[] Payload)
{
    public string Text => Encoding.UTF8.GetString(Payload);
}
