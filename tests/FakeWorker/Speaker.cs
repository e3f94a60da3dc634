using System.Net.Sockets;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;

namespace FakeWorker;

/// <summary>Speaks the worker's side of the protocol, and whatever else it is told to say.</summary>
internal sealed class Speaker : IDisposable
{
    private readonly Socket _socket;
    private readonly LocalChannel _channel;
    private readonly MessageBuffer _buffer = new();

    private Speaker(Socket socket)
    {
        _socket = socket;
        _channel = new LocalChannel(socket);
    }

    public static Speaker Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new Speaker(socket);
    }

    /// <summary>Null at the end of the stream.</summary>
    public MessageHeader? Next(out byte[] tail)
    {
        while (true)
        {
            if (_buffer.Take(out var header, out var bytes) == TakenMessage.Whole)
            {
                tail = bytes.ToArray();
                return header;
            }

            var received = _channel.Receive(_buffer.Free);
            if (received <= 0)
            {
                tail = [];
                return null;
            }

            _buffer.Add(received);
        }
    }

    public void Say(MessageHeader header, byte[]? tail = null) => Write([.. Bytes(header), .. tail ?? []]);

    public static byte[] Bytes(MessageHeader header)
    {
        var bytes = new byte[MessageHeader.Bytes];
        header.Write(bytes);
        return bytes;
    }

    public void Write(byte[] bytes) => _channel.TrySend(bytes);

    public void Dispose() => _socket.Dispose();
}
