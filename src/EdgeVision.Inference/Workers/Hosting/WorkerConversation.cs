using System.Diagnostics;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers.Hosting;

/// <summary>What a worker says to its parent, one message after another: hello, load, then runs in their order.</summary>
/// <param name="channel">To the parent.</param>
/// <param name="open">Loads what is ordered; throws <see cref="FaultException"/> when it cannot.</param>
public sealed class WorkerConversation(LocalChannel channel, Func<LoadOrder, HostedModel> open)
{
    private readonly MessageBuffer _buffer = new();
    private readonly byte[] _header = new byte[MessageHeader.Bytes];

    /// <summary>Serves until Stop, the end of the stream or a message that is none.</summary>
    /// <returns>Whether Stop ended it.</returns>
    public bool Serve()
    {
        if (!Send(new MessageHeader(MessageKind.Hello)) || !Receive(out var header, out var tail) || header.Kind != MessageKind.Load)
        {
            return false;
        }

        using var model = Load(header, tail);
        return model is not null && ServeRuns(model);
    }

    private HostedModel? Load(MessageHeader header, ReadOnlySpan<byte> order)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var model = open(LoadOrder.Parse(order));
            var tail = model.Report.ToUtf8();
            Send(new MessageHeader(MessageKind.Loaded, header.Request, SpentMicroseconds: Since(started), TailBytes: tail.Length), tail);
            return model;
        }
        catch (Exception failure)
        {
            Send(header, MessageHeader.NoSlot, Since(started), ProviderFault.OfLoad(failure));
            return null;
        }
    }

    private bool ServeRuns(HostedModel model)
    {
        while (Receive(out var header, out _))
        {
            switch (header.Kind)
            {
                case MessageKind.Run when header.Slot < model.Slots:
                    Run(model, header);
                    break;
                case MessageKind.Ping:
                    Send(header);
                    break;
                case MessageKind.Stop:
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    private void Run(HostedModel model, MessageHeader header)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            model.Run(header.Slot);
            Send(new MessageHeader(MessageKind.Done, header.Request, header.Slot, SpentMicroseconds: Since(started)));
        }
        catch (Exception failure)
        {
            Send(header, header.Slot, Since(started), ProviderFault.OfRun(failure));
        }
    }

    /// <summary>False when the stream has ended or is malformed; then nothing more can be understood.</summary>
    private bool Receive(out MessageHeader header, out ReadOnlySpan<byte> tail)
    {
        while (true)
        {
            switch (_buffer.Take(out header, out tail))
            {
                case TakenMessage.Whole:
                    return true;
                case TakenMessage.Malformed:
                    return false;
                default:
                    var received = channel.Receive(_buffer.Free);
                    if (received <= 0)
                    {
                        return false;
                    }

                    _buffer.Add(received);
                    break;
            }
        }
    }

    private bool Send(MessageHeader header)
    {
        header.Write(_header);
        return channel.TrySend(_header);
    }

    private void Send(MessageHeader request, int slot, long spent, FaultReport report)
    {
        var tail = report.ToUtf8();
        Send(new MessageHeader(MessageKind.Fault, request.Request, slot, SpentMicroseconds: spent, Status: 1, TailBytes: tail.Length), tail);
    }

    private void Send(MessageHeader header, byte[] tail)
    {
        var message = new byte[MessageHeader.Bytes + tail.Length];
        header.Write(message);
        tail.CopyTo(message, MessageHeader.Bytes);
        channel.TrySend(message);
    }

    private static long Since(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMicroseconds;
}
