using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>Who is at the other end of a Unix socket: what the kernel noted when it connected.</summary>
/// <param name="Process">Process id, 0 when it is of another namespace.</param>
/// <param name="User">Effective user id.</param>
public readonly record struct PeerCredentials(int Process, uint User)
{
    /// <summary>This process's effective user.</summary>
    public static uint OwnUser => Libc.geteuid();

    /// <exception cref="IOException">The kernel does not say.</exception>
    public static PeerCredentials Of(SafeHandle socket)
    {
        Span<uint> credentials = stackalloc uint[3];
        var bytes = (uint)(credentials.Length * sizeof(uint));
        return Libc.getsockopt(socket, Libc.SOL_SOCKET, Libc.SO_PEERCRED, credentials, ref bytes) == 0
            ? new PeerCredentials((int)credentials[0], credentials[1])
            : throw new IOException($"the peer of the socket is unknown: {Marshal.GetLastPInvokeErrorMessage()}");
    }
}
