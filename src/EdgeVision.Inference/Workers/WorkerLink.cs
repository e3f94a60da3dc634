using System.Runtime.InteropServices;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers;

/// <summary>
/// The parent's end of a worker: its process, its socket, what it prints and a timer, waited for together by one thread.
/// Waiting and receiving allocate nothing.
/// </summary>
internal sealed class WorkerLink : IDisposable
{
    private const int SocketPlace = 0;
    private const int TimerPlace = 1;
    private const int OutputPlace = 2;
    private const int ErrorsPlace = 3;
    private const int EndPlace = 4;

    private readonly byte[] _printed = new byte[4096];
    private readonly OutputTail _tail = new();
    private readonly MessageBuffer _buffer = new();
    private readonly WorkerDoor _door;
    private readonly SafeHandle[] _pipes;
    private DescriptorWait _wait;
    private LocalChannel? _channel;
    private bool _ended;

    /// <param name="child">Started; disposed with this.</param>
    /// <param name="door">Where it knocks; disposed with this.</param>
    /// <param name="timer">Stays the caller's.</param>
    public WorkerLink(WorkerChild child, WorkerDoor door, KernelTimer timer)
    {
        Child = child;
        Timer = timer;
        _door = door;
        _pipes = [child.Output, child.Errors];
        _wait = WaitFor(door.Handle);
    }

    public WorkerChild Child { get; }

    public KernelTimer Timer { get; }

    /// <summary>Its last printed words.</summary>
    public string Tail => _tail.ToString();

    /// <summary>Why its stream is malformed.</summary>
    public string Refusal => _buffer.Refusal;

    /// <summary>Waits for what comes next.</summary>
    /// <param name="header">Of a message.</param>
    /// <param name="tail">Of a message; valid until the next wait.</param>
    public LinkEvent Next(out MessageHeader header, out ReadOnlySpan<byte> tail)
    {
        while (true)
        {
            switch (_buffer.Take(out header, out tail))
            {
                case TakenMessage.Whole:
                    return LinkEvent.Message;
                case TakenMessage.Malformed:
                    return LinkEvent.Malformed;
            }

            if (_ended)
            {
                return LinkEvent.Ended;
            }

            if (Wait() is { } other)
            {
                return other;
            }
        }
    }

    /// <summary>Lets the worker in; false when who knocked is not the child that was started.</summary>
    public bool Accept()
    {
        // First: a socket that is being waited for cannot be closed, and the door closes its own.
        _wait.Dispose();
        _channel = _door.Open();
        _wait = WaitFor(_channel.Handle);
        var peer = _channel.Peer;
        return peer.User == PeerCredentials.OwnUser && peer.Process == Child.Id;
    }

    /// <summary>Sends, or passes it over when the worker does not read; its end or its deadline tells then.</summary>
    public void Send(in MessageHeader header, ReadOnlySpan<byte> tail = default)
    {
        Span<byte> bytes = stackalloc byte[MessageHeader.Bytes];
        header.Write(bytes);
        _ = _channel!.TrySend(bytes) && _channel.TrySend(tail);
    }

    /// <summary>Takes what a dying worker still has to say, at most this long.</summary>
    public void Drain(TimeSpan limit)
    {
        using var wait = new DescriptorWait(Child.Output, Child.Errors);
        var open = 0b11u;
        while (open != 0 && wait.Wait(limit) is not 0 and var ready)
        {
            for (var i = 0; i < _pipes.Length; i++)
            {
                if ((ready & (1u << i)) != 0 && !TakePrinted(_pipes[i]))
                {
                    wait.Forget(i);
                    open &= ~(1u << i);
                }
            }
        }
    }

    public void Dispose()
    {
        _wait.Dispose();
        _channel?.Dispose();
        _door.Dispose();
        Child.Dispose();
    }

    /// <summary>Null when bytes came that may hold a message.</summary>
    private LinkEvent? Wait()
    {
        var ready = _wait.Wait();
        bool Has(int place) => (ready & (1u << place)) != 0;
        TakePrinted(Has(OutputPlace), OutputPlace);
        TakePrinted(Has(ErrorsPlace), ErrorsPlace);
        if (_channel is null)
        {
            // A worker that has ended may have knocked before.
            return Has(SocketPlace) ? LinkEvent.Connected : Has(EndPlace) ? LinkEvent.Ended : Has(TimerPlace) ? LinkEvent.Timer : null;
        }

        if (Has(SocketPlace) || Has(EndPlace))
        {
            var received = _channel.TryReceive(_buffer.Free);
            _buffer.Add(Math.Max(0, received));
            _ended = received == 0 || (received < 0 && Has(EndPlace));
            return null;
        }

        return Has(TimerPlace) ? LinkEvent.Timer : null;
    }

    private void TakePrinted(bool isReady, int place)
    {
        if (isReady && !TakePrinted(_pipes[place - OutputPlace]))
        {
            _wait.Forget(place);
        }
    }

    /// <summary>False at the end.</summary>
    private bool TakePrinted(SafeHandle pipe)
    {
        var read = ChildPipe.Read(pipe, _printed);
        _tail.Append(_printed.AsSpan(0, read));
        return read > 0;
    }

    private DescriptorWait WaitFor(SafeHandle socket) => Child.Ended is { } ended
        ? new DescriptorWait(socket, Timer.Handle, Child.Output, Child.Errors, ended)
        : new DescriptorWait(socket, Timer.Handle, Child.Output, Child.Errors);
}
