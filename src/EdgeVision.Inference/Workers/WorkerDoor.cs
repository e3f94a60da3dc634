using System.Net.Sockets;
using System.Runtime.InteropServices;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers;

/// <summary>A listening socket for one worker, in a folder that only this user may enter; both go with Dispose.</summary>
internal sealed class WorkerDoor : IDisposable
{
    /// <summary>How its folder's name begins.</summary>
    public const string Prefix = "edgevision-worker-";

    private readonly string _folder;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="SocketException">The path is too long, or the socket cannot be made.</exception>
    public WorkerDoor(string runtimeFolder)
    {
        _folder = Path.Combine(runtimeFolder, $"{Prefix}{Guid.NewGuid():N}");
        SocketPath = Path.Combine(_folder, "worker");
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
            _listener.Listen(1);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string SocketPath { get; }

    public SafeHandle Handle => _listener.SafeHandle;

    /// <summary>Lets in who knocked, and no other after.</summary>
    public LocalChannel Open()
    {
        var socket = _listener.Accept();
        Close();
        return new LocalChannel(socket);
    }

    public void Dispose() => Close();

    private void Close()
    {
        _listener.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Closed before, or never made.
        }
    }
}
