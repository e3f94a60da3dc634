using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EdgeVision.Native.Linux;

/// <summary>
/// A connected Unix stream socket for short messages, without .NET's event loop between: no allocation, no other thread.
/// Sending never blocks.
/// </summary>
/// <param name="socket">Connected; disposed with this.</param>
public sealed class LocalChannel(Socket socket) : IDisposable
{
    /// <summary>What <see cref="TryReceive"/> returns when nothing is there yet.</summary>
    public const int Nothing = -1;

    private readonly SafeSocketHandle _handle = socket.SafeHandle;

    public SafeHandle Handle => _handle;

    public PeerCredentials Peer => PeerCredentials.Of(_handle);

    /// <summary>Waits for bytes and takes what is there; 0 at the end of the stream.</summary>
    public int Receive(Span<byte> into) => Receive(into, 0);

    /// <summary>Takes what is there; 0 at the end of the stream, <see cref="Nothing"/> when nothing is there yet.</summary>
    public int TryReceive(Span<byte> into) => Receive(into, Libc.MSG_DONTWAIT);

    /// <summary>Sends all of it, or tells that the peer has gone or does not read.</summary>
    public bool TrySend(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var sent = Libc.send(_handle, bytes, (nuint)bytes.Length, Libc.MSG_NOSIGNAL | Libc.MSG_DONTWAIT);
            if (sent >= 0)
            {
                bytes = bytes[(int)sent..];
            }
            else if (Marshal.GetLastPInvokeError() != Libc.EINTR)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits, possibly for ever, until the peer has closed its end or died. Takes no bytes.</summary>
    public void WaitForHangUp()
    {
        var held = false;
        try
        {
            _handle.DangerousAddRef(ref held);
            Span<PollEntry> entry = [new() { Descriptor = (int)_handle.DangerousGetHandle(), Wanted = Libc.POLLRDHUP }];
            while (Libc.poll(entry, 1, -1) < 0 && Marshal.GetLastPInvokeError() is Libc.EINTR or Libc.EAGAIN)
            {
            }
        }
        finally
        {
            if (held)
            {
                _handle.DangerousRelease();
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private int Receive(Span<byte> into, int flags)
    {
        while (true)
        {
            var received = Libc.recv(_handle, into, (nuint)into.Length, flags);
            if (received >= 0)
            {
                return (int)received;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Libc.EINTR:
                    break;
                case Libc.EAGAIN:
                    return Nothing;
                default:
                    // A peer that died with unread bytes resets the connection: that is its end, too.
                    return 0;
            }
        }
    }
}
