namespace EdgeVision.Capture;

/// <summary>How RTSP carries the pictures.</summary>
public enum StreamTransport
{
    /// <summary>Within the connection: nothing is lost.</summary>
    Tcp,

    /// <summary>In packets of their own: less delay, but a lost packet spoils pictures.</summary>
    Udp,
}
