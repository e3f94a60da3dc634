using System.Text.Unicode;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>Cuts a stream of bytes into messages. It has a fixed size and allocates nothing but the words of a refusal.</summary>
public sealed class MessageBuffer
{
    private readonly byte[] _bytes = new byte[MessageHeader.Bytes + MessageHeader.MaxTail];
    private int _start;
    private int _end;

    /// <summary>Why the stream was found malformed; empty when it was not.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>Room for the next bytes, never empty after a <see cref="Take"/> that gave <see cref="TakenMessage.Incomplete"/>.</summary>
    public Span<byte> Free
    {
        get
        {
            // What was taken makes room; the message before is no longer valid then.
            if (_start > 0)
            {
                _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
                (_start, _end) = (0, _end - _start);
            }

            return _bytes.AsSpan(_end);
        }
    }

    /// <summary>Says how many bytes were put into <see cref="Free"/>.</summary>
    public void Add(int bytes) => _end += bytes;

    /// <summary>Takes the next message out.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="tail">Its tail, sound UTF-8; valid until <see cref="Free"/> is asked for.</param>
    public TakenMessage Take(out MessageHeader header, out ReadOnlySpan<byte> tail)
    {
        header = default;
        tail = default;
        if (Refusal.Length > 0)
        {
            return TakenMessage.Malformed;
        }

        var there = _bytes.AsSpan(_start, _end - _start);
        if (there.Length < MessageHeader.Bytes)
        {
            return TakenMessage.Incomplete;
        }

        if (MessageHeader.Read(there, out header) is { } problem)
        {
            Refusal = problem;
            return TakenMessage.Malformed;
        }

        var length = MessageHeader.Bytes + header.TailBytes;
        if (there.Length < length)
        {
            return TakenMessage.Incomplete;
        }

        tail = there[MessageHeader.Bytes..length];
        if (!Utf8.IsValid(tail))
        {
            Refusal = $"the tail of a {header.Kind} is not UTF-8";
            return TakenMessage.Malformed;
        }

        _start += length;
        return TakenMessage.Whole;
    }
}
