using System.Buffers.Binary;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>The fixed 64 bytes in front of every message, docs/formats/worker-protocol.md.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Request">Number of the load, run or ping that it belongs to; they only grow. 0 for Hello and Stop.</param>
/// <param name="Slot">Of a run, 0 or more; <see cref="NoSlot"/> for others.</param>
/// <param name="DeadlineMicroseconds">Load and Run: how long it may take from when it is taken up.</param>
/// <param name="SpentMicroseconds">Loaded, Done and Fault: how long it took.</param>
/// <param name="Status">0, or 1 in a Fault.</param>
/// <param name="TailBytes">UTF-8 bytes that follow, at most <see cref="MaxTail"/>.</param>
public readonly record struct MessageHeader(
    MessageKind Kind, ulong Request = 0, int Slot = MessageHeader.NoSlot, long DeadlineMicroseconds = 0, long SpentMicroseconds = 0,
    int Status = 0, int TailBytes = 0)
{
    /// <summary>Length of a header in bytes.</summary>
    public const int Bytes = 64;

    /// <summary>Longest tail in bytes.</summary>
    public const int MaxTail = 64 * 1024;

    public const int NoSlot = -1;

    /// <summary>Most slots that a worker may have.</summary>
    public const int MaxSlots = 16;

    /// <summary>"EVWK" in little-endian order.</summary>
    public const uint Magic = 0x4B575645;

    public const ushort Version = 1;

    private const int Used = 44;

    /// <param name="into">At least <see cref="Bytes"/> long.</param>
    public void Write(Span<byte> into)
    {
        into[..Bytes].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(into, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(into[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(into[6..], (ushort)Kind);
        BinaryPrimitives.WriteUInt64LittleEndian(into[8..], Request);
        BinaryPrimitives.WriteInt32LittleEndian(into[16..], Slot);
        BinaryPrimitives.WriteInt32LittleEndian(into[20..], Status);
        BinaryPrimitives.WriteInt64LittleEndian(into[24..], DeadlineMicroseconds);
        BinaryPrimitives.WriteInt64LittleEndian(into[32..], SpentMicroseconds);
        BinaryPrimitives.WriteInt32LittleEndian(into[40..], TailBytes);
    }

    /// <summary>Reads and checks a header.</summary>
    /// <param name="from">At least <see cref="Bytes"/> long.</param>
    /// <param name="header">What it says, whether sound or not.</param>
    /// <returns>Null when it is sound, else what is wrong.</returns>
    public static string? Read(ReadOnlySpan<byte> from, out MessageHeader header)
    {
        header = new MessageHeader(
            (MessageKind)BinaryPrimitives.ReadUInt16LittleEndian(from[6..]), BinaryPrimitives.ReadUInt64LittleEndian(from[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[16..]), BinaryPrimitives.ReadInt64LittleEndian(from[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(from[32..]), BinaryPrimitives.ReadInt32LittleEndian(from[20..]),
            BinaryPrimitives.ReadInt32LittleEndian(from[40..]));
        return BinaryPrimitives.ReadUInt32LittleEndian(from) != Magic ? "no message begins here (wrong magic)"
            : BinaryPrimitives.ReadUInt16LittleEndian(from[4..]) is var version && version != Version
                ? $"it speaks version {version} of the worker protocol, this program version {Version}"
            : from[Used..Bytes].ContainsAnyExcept((byte)0) ? "the reserved bytes of a header are not 0"
            : header.Problem();
    }

    private string? Problem()
    {
        var isOfRun = Kind is MessageKind.Run or MessageKind.Done;
        var maySlot = isOfRun || Kind == MessageKind.Fault;
        return Kind is < MessageKind.Hello or > MessageKind.Stop ? $"there is no message of kind {(int)Kind}"
            : TailBytes is < 0 or > MaxTail ? $"a tail of {TailBytes} bytes, at most {MaxTail} are allowed"
            : TailBytes > 0 && Kind is not (MessageKind.Load or MessageKind.Loaded or MessageKind.Hello or MessageKind.Fault) ? $"a {Kind} with a tail"
            : Slot is < NoSlot or >= MaxSlots || (isOfRun && Slot == NoSlot) || (!maySlot && Slot != NoSlot) ? $"a {Kind} of slot {Slot}"
            : DeadlineMicroseconds < 0 || SpentMicroseconds < 0 ? $"a {Kind} with a negative time"
            : Status != (Kind == MessageKind.Fault ? 1 : 0) ? $"a {Kind} of status {Status}"
            : null;
    }
}
