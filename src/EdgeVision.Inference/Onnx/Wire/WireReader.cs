using System.Buffers.Binary;
using EdgeVision.Inference.Onnx.Reading;

namespace EdgeVision.Inference.Onnx.Wire;

/// <summary>Walks the fields of one message. Nothing is read beyond its end, and nothing is copied.</summary>
internal ref struct WireReader
{
    private readonly ReadSession _session;
    private readonly int _begin;
    private readonly int _end;
    private readonly int _depth;
    private int _position;
    private int _field;
    private ulong _seen;
    private WireType _type;

    public WireReader(ReadSession session)
        : this(session, 0, session.File.Length, 1)
    {
    }

    private WireReader(ReadSession session, int begin, int end, int depth)
    {
        _session = session;
        _begin = begin;
        _end = end;
        _depth = depth;
        _position = begin;
    }

    public readonly ReadSession Session => _session;

    /// <summary>Offset of the current field's tag.</summary>
    public int Start { get; private set; }

    /// <summary>Steps to the next field; 0 after the last one. Its value must be taken or kept.</summary>
    public int Next()
    {
        if (_position == _end)
        {
            return 0;
        }

        Start = _position;
        var tag = Varint64();
        var field = tag >> 3;
        if (field is 0 or > 0x1fff_ffff)
        {
            throw Refuse(OnnxRefusalReason.Wire, $"field number {field} does not exist");
        }

        _field = (int)field;
        _type = (WireType)(tag & 7);
        return _type is WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32
            ? _field
            : throw Refuse(OnnxRefusalReason.Wire, $"field {field} has wire type {tag & 7}, which no field of ONNX has");
    }

    public long Int64()
    {
        Once();
        Need(WireType.Varint);
        return (long)Varint64();
    }

    public int Int32()
    {
        var value = Int64();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw Refuse(OnnxRefusalReason.Wire, $"field {_field} holds {value}, more than 32 bits");
    }

    public float Float32()
    {
        Once();
        Need(WireType.Fixed32);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)).Span);
    }

    /// <summary>A single text, at most so many bytes long.</summary>
    public string Text(int limit)
    {
        Once();
        return NextText(limit);
    }

    /// <summary>One of any number of texts.</summary>
    public string NextText(int limit) => _session.Text(NextBytes(limit).Span, Start);

    /// <summary>A single byte string.</summary>
    public ReadOnlyMemory<byte> Bytes(int limit)
    {
        Once();
        return NextBytes(limit);
    }

    /// <summary>One of any number of byte strings.</summary>
    public ReadOnlyMemory<byte> NextBytes(int limit)
    {
        var length = Length();
        return length <= limit
            ? Take(length)
            : throw Refuse(OnnxRefusalReason.TooLarge, $"field {_field} is {length} bytes long, more than the {limit} allowed");
    }

    /// <summary>A single message; a second one would be merged by some readers and replace the first in others.</summary>
    public WireReader Message()
    {
        Once();
        return NextMessage();
    }

    /// <summary>One of any number of messages.</summary>
    public WireReader NextMessage()
    {
        var length = Length();
        if (_depth == _session.Limits.Depth)
        {
            throw Refuse(OnnxRefusalReason.TooDeep, $"messages are nested more than {_session.Limits.Depth} deep");
        }

        _position += length;
        return new WireReader(_session, _position - length, _position, _depth + 1);
    }

    /// <summary>
    /// All values of a repeated number, packed or not, as one packed payload: a slice of the file when they lie in one
    /// piece. Null when they were taken with an earlier field.
    /// </summary>
    public ReadOnlyMemory<byte>? Numbers(WireType element)
    {
        if (_type != WireType.Bytes)
        {
            Need(element);
        }

        var value = Value();
        if (Mark())
        {
            return Gather(element, value);
        }

        return null;
    }

    /// <summary>The whole field with its tag, for a message that keeps what it does not know.</summary>
    public ReadOnlyMemory<byte> Rest()
    {
        Value();
        _session.Memory.Take(OnnxMemory.Slice, Start);
        return _session.File[Start.._position];
    }

    public readonly OnnxRefusedException Refuse(OnnxRefusalReason reason, string what) => _session.Refuse(reason, Start, what);

    private readonly ReadOnlyMemory<byte> Gather(WireType element, ReadOnlyMemory<byte> only)
    {
        var pass = new WireReader(_session, _begin, _end, _depth);
        var (bytes, runs) = (0, 0);
        while (pass.Next() is var field and > 0)
        {
            var length = pass.Value().Length;
            (bytes, runs) = field == _field ? (bytes + length, runs + 1) : (bytes, runs);
        }

        if (runs == 1)
        {
            return only;
        }

        _session.Memory.Take(OnnxMemory.Array + bytes, Start);
        var all = new byte[bytes];
        pass = new WireReader(_session, _begin, _end, _depth);
        for (var to = 0; pass.Next() is var field and > 0;)
        {
            var value = pass.Value();
            if (field == _field && (pass._type == element || pass._type == WireType.Bytes))
            {
                value.Span.CopyTo(all.AsSpan(to));
                to += value.Length;
            }
        }

        return all;
    }

    private ReadOnlyMemory<byte> Value()
    {
        switch (_type)
        {
            case WireType.Varint:
                var from = _position;
                Varint64();
                return _session.File[from.._position];
            case WireType.Bytes:
                return Take(Length());
            default:
                return Take(_type == WireType.Fixed32 ? sizeof(uint) : sizeof(ulong));
        }
    }

    private bool Mark()
    {
        var bit = 1ul << _field;
        var first = (_seen & bit) == 0;
        _seen |= bit;
        return first;
    }

    private void Once()
    {
        if (!Mark())
        {
            throw Refuse(OnnxRefusalReason.Duplicate, $"field {_field} is there twice");
        }
    }

    private readonly void Need(WireType type)
    {
        if (_type != type)
        {
            throw Refuse(OnnxRefusalReason.Wire, $"field {_field} has wire type {(int)_type} instead of {(int)type}");
        }
    }

    private int Length()
    {
        Need(WireType.Bytes);
        var length = Varint64();
        return length <= (ulong)(_end - _position)
            ? (int)length
            : throw Refuse(OnnxRefusalReason.Truncated, $"field {_field} wants {length} bytes where {_end - _position} are left");
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        if (length > _end - _position)
        {
            throw Refuse(OnnxRefusalReason.Truncated, $"field {_field} wants {length} bytes where {_end - _position} are left");
        }

        _position += length;
        return _session.File.Slice(_position - length, length);
    }

    private ulong Varint64()
    {
        var read = Varint.Read(_session.File.Span[_position.._end], out var value);
        _position += Math.Max(0, read);
        return read switch
        {
            > 0 => value,
            0 => throw Refuse(OnnxRefusalReason.Truncated, "a number is cut off"),
            _ => throw Refuse(OnnxRefusalReason.Wire, "a number is overlong or beyond 64 bits"),
        };
    }
}
