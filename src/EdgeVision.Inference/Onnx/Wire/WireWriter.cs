using System.Buffers.Binary;
using System.Text;

namespace EdgeVision.Inference.Onnx.Wire;

/// <summary>Writes fields of messages. Default values are left out, as the format wants.</summary>
internal sealed class WireWriter
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    public byte[] ToArray() => _bytes[.._length];

    public void Int64(int field, long value)
    {
        Tag(field, WireType.Varint);
        Varint64((ulong)value);
    }

    public void Float32(int field, float value)
    {
        Tag(field, WireType.Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, WireType.Bytes);
        Varint64((ulong)value.Length);
        value.CopyTo(Room(value.Length));
    }

    public void Text(int field, string value)
    {
        Tag(field, WireType.Bytes);
        var length = Encoding.UTF8.GetByteCount(value);
        Varint64((ulong)length);
        Encoding.UTF8.GetBytes(value, Room(length));
    }

    /// <summary>A text, unless it is empty.</summary>
    public void OptionalText(int field, string value)
    {
        if (value.Length > 0)
        {
            Text(field, value);
        }
    }

    public void Message<T>(int field, T value, Action<WireWriter, T> write)
    {
        Tag(field, WireType.Bytes);
        var start = _length + 1;
        Room(1);
        write(this, value);
        var size = _length - start;
        var more = LengthOf((ulong)size) - 1;
        if (more > 0)
        {
            Room(more);
            _bytes.AsSpan(start, size).CopyTo(_bytes.AsSpan(start + more));
        }

        var end = _length;
        _length = start - 1;
        Varint64((ulong)size);
        _length = end;
    }

    /// <summary>Fields as they lay in the file.</summary>
    public void Unknown(OnnxMessage part)
    {
        foreach (var field in part.Unknown)
        {
            field.Span.CopyTo(Room(field.Length));
        }
    }

    private static int LengthOf(ulong value)
    {
        var length = 1;
        for (; value >= 0x80; value >>= 7)
        {
            length++;
        }

        return length;
    }

    private void Tag(int field, WireType type) => Varint64(((ulong)field << 3) | (ulong)type);

    private void Varint64(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Room(1)[0] = (byte)(value | 0x80);
        }

        Room(1)[0] = (byte)value;
    }

    private Span<byte> Room(int bytes)
    {
        var end = checked(_length + bytes);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bytes.Length)));
        }

        var room = _bytes.AsSpan(_length, bytes);
        _length = end;
        return room;
    }
}
