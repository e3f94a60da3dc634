using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeVision.Messaging.Tests.Fakes;

/// <summary>
/// The other end of the wire, byte by byte: answers CONNECT as told and acknowledges only when told. Packets after
/// MQTT 5.0, chapter 3; what a publisher does not send is not understood.
/// </summary>
internal sealed class ScriptedBroker : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _connack;
    private readonly List<ScriptedPublish> _publishes = [];
    private readonly object _gate = new();
    private Socket? _socket;

    /// <param name="reason">CONNACK's reason code.</param>
    /// <param name="properties">CONNACK's properties, encoded.</param>
    internal ScriptedBroker(byte reason, params byte[] properties)
    {
        _connack = [0x20, (byte)(3 + properties.Length), 0, reason, (byte)properties.Length, .. properties];
        _listener.Start();
        _ = Task.Run(Serve);
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All PUBLISH packets so far, over all connections.</summary>
    internal IReadOnlyList<ScriptedPublish> Publishes
    {
        get
        {
            lock (_gate)
            {
                return [.. _publishes];
            }
        }
    }

    /// <summary>Receive Maximum as CONNACK has it.</summary>
    internal static byte[] ReceiveMaximum(ushort value) => [33, (byte)(value >> 8), (byte)value];

    /// <summary>Maximum Packet Size as CONNACK has it.</summary>
    internal static byte[] MaximumPacketSize(byte value) => [39, 0, 0, 0, value];

    internal void Acknowledge(ScriptedPublish publish, byte reason = 0) =>
        Send(0x40, 3, (byte)(publish.PacketId >> 8), (byte)publish.PacketId, reason);

    internal void SendDisconnect(byte reason)
    {
        Send(0xE0, 1, reason);
        Cut();
    }

    internal void Cut()
    {
        lock (_gate)
        {
            _socket?.Dispose();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    internal void Send(params byte[] packet)
    {
        lock (_gate)
        {
            _ = _socket!.Send(packet);
        }
    }

    private async Task Serve()
    {
        while (true)
        {
            using var socket = await _listener.AcceptSocketAsync();
            await using var stream = new NetworkStream(socket);
            lock (_gate)
            {
                _socket = socket;
            }

            try
            {
                while (true)
                {
                    await TakePacket(stream);
                }
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException or SocketException)
            {
                // That connection is over; the next one may come.
            }
        }
    }

    private async Task TakePacket(NetworkStream stream)
    {
        var head = new byte[1];
        await stream.ReadExactlyAsync(head);
        var body = new byte[await ReadLength(stream)];
        await stream.ReadExactlyAsync(body);
        switch (head[0] >> 4)
        {
            case 1:
                Send(_connack);
                break;
            case 3:
                lock (_gate)
                {
                    _publishes.Add(Parse(head[0], body));
                }

                break;
            case 12:
                Send(0xD0, 0);
                break;
        }
    }

    private static async Task<int> ReadLength(NetworkStream stream)
    {
        var digit = new byte[1];
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            await stream.ReadExactlyAsync(digit);
            length |= (digit[0] & 127) << shift;
            if (digit[0] < 128)
            {
                return length;
            }
        }
    }

    private static ScriptedPublish Parse(byte flags, byte[] body)
    {
        var qos = (flags >> 1) & 3;
        var topicLength = BinaryPrimitives.ReadUInt16BigEndian(body);
        var topic = Encoding.UTF8.GetString(body, 2, topicLength);
        var at = 2 + topicLength;
        var packetId = qos > 0 ? BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(at)) : 0;
        at += qos > 0 ? 2 : 0;

        // Properties of less than 128 bytes.
        at += 1 + body[at];
        return new ScriptedPublish(topic, qos, (flags & 1) != 0, (flags & 8) != 0, packetId, body[at..]);
    }
}
