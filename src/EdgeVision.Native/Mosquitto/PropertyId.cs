namespace EdgeVision.Native.Mosquitto;

/// <summary>Property identifiers of MQTT 5.0, section 2.2.2.2.</summary>
internal static class PropertyId
{
    internal const int PayloadFormatIndicator = 1;
    internal const int MessageExpiryInterval = 2;
    internal const int ContentType = 3;
    internal const int ResponseTopic = 8;
    internal const int CorrelationData = 9;
    internal const int ReasonString = 31;
    internal const int ReceiveMaximum = 33;
    internal const int MaximumQos = 36;
    internal const int RetainAvailable = 37;
    internal const int UserProperty = 38;
    internal const int MaximumPacketSize = 39;
}
