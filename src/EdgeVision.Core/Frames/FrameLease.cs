namespace EdgeVision.Core.Frames;

/// <summary>
/// The right to a frame's pixels, until disposed. Handing it over gives the frame away; passing
/// <see cref="Frame"/> lends it. A numbered ticket rather than an object: it costs no allocation per frame, and use
/// after dispose throws even when the buffer has long been rented again (docs/decisions/0001).
/// </summary>
public readonly struct FrameLease : IDisposable, IEquatable<FrameLease>
{
    private readonly FrameBuffer? _buffer;
    private readonly long _ticket;

    internal FrameLease(FrameBuffer buffer, long ticket)
    {
        _buffer = buffer;
        _ticket = ticket;
    }

    /// <summary>True until disposed; false for the default value.</summary>
    public bool IsLive => _buffer?.IsLive(_ticket) ?? false;

    /// <summary>The frame, lent for a call. Throws <see cref="ObjectDisposedException"/> after dispose.</summary>
    public Frame Frame
    {
        get
        {
            var pixels = Buffer.Pixels(_ticket);
            return new Frame(_buffer!.Format, _buffer.Stamp, pixels);
        }
    }

    /// <summary>Where the capture writes the pixels; only before the frame is shown to anyone.</summary>
    public Span<byte> WritablePixels => Buffer.Pixels(_ticket);

    public FrameStamp Stamp
    {
        get
        {
            Buffer.Pixels(_ticket);
            return _buffer!.Stamp;
        }
    }

    private FrameBuffer Buffer => _buffer ?? throw new ObjectDisposedException(nameof(FrameLease), "this lease never held a frame");

    /// <summary>Sets number and times; the capture does it once, after the last byte.</summary>
    public void SetStamp(FrameStamp stamp) => Buffer.SetStamp(_ticket, stamp);

    /// <summary>A second, independent lease on the same pixels. At most four holders a frame.</summary>
    public FrameLease Share(FrameHolder holder) => Buffer.Share(_ticket, holder);

    /// <summary>Notes who holds the frame from now on.</summary>
    public FrameLease HandTo(FrameHolder holder)
    {
        Buffer.HandTo(_ticket, holder);
        return this;
    }

    public void Dispose() => _buffer?.GiveBack(_ticket);

    public bool Equals(FrameLease other) => ReferenceEquals(_buffer, other._buffer) && _ticket == other._ticket;

    public override bool Equals(object? obj) => obj is FrameLease other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_buffer, _ticket);

    public static bool operator ==(FrameLease left, FrameLease right) => left.Equals(right);

    public static bool operator !=(FrameLease left, FrameLease right) => !left.Equals(right);
}
