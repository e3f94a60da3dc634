using System.Net.Sockets;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers.Hosting;

/// <summary>The worker process's side, from the connection to the end. One process, one model, one parent.</summary>
public static class WorkerHost
{
    /// <summary>Connects to the parent and serves it until it says Stop or goes.</summary>
    /// <param name="socketPath">Where the parent listens.</param>
    /// <returns>Whether it ended in good order.</returns>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static bool Run(string socketPath)
    {
        // Two ways for one end: the kernel's, and the socket's for kernels or sandboxes that refuse the first.
        ParentDeath.KillsThisProcess();

        // Not closed here: the watch waits for it, and the process ends soon.
        var channel = Connect(socketPath);
        if (channel.Peer.User != PeerCredentials.OwnUser)
        {
            return false;
        }

        new Thread(() => EndWithParent(channel), maxStackSize: 128 * 1024) { IsBackground = true, Name = "parent watch" }.Start();
        return new WorkerConversation(channel, HostedModel.Open).Serve();
    }

    private static LocalChannel Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return new LocalChannel(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A provider that hangs keeps the main thread from noticing that nobody waits any more.</summary>
    private static void EndWithParent(LocalChannel channel)
    {
        channel.WaitForHangUp();

        // A provider's own children go too, if this process leads a group.
        ProcessGroup.Signal(Environment.ProcessId, GroupSignal.Kill);
        ProcessGroup.SignalOne(Environment.ProcessId, GroupSignal.Kill);
    }
}
