namespace EdgeVision.Messaging.Tests.Fakes;

/// <summary>A PUBLISH as it came over the wire.</summary>
internal sealed record ScriptedPublish(string Topic, int Qos, bool Retain, bool Duplicate, int PacketId, byte[] Payload);
