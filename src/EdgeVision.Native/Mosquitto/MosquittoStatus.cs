namespace EdgeVision.Native.Mosquitto;

/// <summary>What libmosquitto's functions return (<c>enum mosq_err_t</c>); values not named here occur too.</summary>
public enum MosquittoStatus
{
    Success = 0,
    NoMemory = 1,
    Protocol = 2,
    Invalid = 3,
    NoConnection = 4,
    ConnectionRefused = 5,
    ConnectionLost = 7,
    Tls = 8,
    PayloadSize = 9,

    /// <summary>The operating system's error number says more.</summary>
    SystemError = 14,
    Lookup = 15,
    MalformedUtf8 = 18,
    KeepAlive = 19,
    QosNotSupported = 24,

    /// <summary>Larger than the broker's Maximum Packet Size.</summary>
    OversizePacket = 25,
    RetainNotSupported = 28,
}
