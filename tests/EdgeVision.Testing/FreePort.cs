using System.Net;
using System.Net.Sockets;

namespace EdgeVision.Testing;

/// <summary>A TCP port on loopback that nobody uses at the moment.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
