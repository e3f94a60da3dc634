namespace EdgeVision.Native.Mosquitto;

/// <summary><c>enum mosq_opt_t</c>, the ones set here.</summary>
internal static class Option
{
    internal const int ProtocolVersion = 1;
    internal const int SendMaximum = 5;
    internal const int TcpNoDelay = 11;
    internal const int Mqtt5 = 5;
}
