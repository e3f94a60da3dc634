namespace EdgeVision.Native.Mosquitto;

/// <summary>A call into libmosquitto failed; the message has the library's or the system's words.</summary>
public sealed class MosquittoException(MosquittoStatus status, string message) : Exception(message)
{
    public MosquittoStatus Status { get; } = status;
}
