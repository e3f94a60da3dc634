namespace EdgeVision.Native.Mosquitto;

/// <summary>What a broker allows, from its CONNACK.</summary>
/// <param name="ReceiveMaximum">Unacknowledged QoS 1 messages it takes at once; 65535 when it does not say.</param>
/// <param name="MaximumPacketSize">Largest packet in bytes; null when it does not say.</param>
/// <param name="MaximumQos">0, 1 or 2.</param>
/// <param name="RetainAvailable">Whether it keeps retained messages.</param>
public sealed record BrokerLimits(int ReceiveMaximum, long? MaximumPacketSize, int MaximumQos, bool RetainAvailable);
