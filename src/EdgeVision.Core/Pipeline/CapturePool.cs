using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Pipeline;

/// <summary>
/// Where a camera's frames are read into: a pool, made anew when the format changes, and a scratch frame for when the
/// pool is empty, since a camera must be read even when nobody has room for the picture.
/// </summary>
internal sealed class CapturePool
{
    // One being written, one in the slot, two with the accelerator, one shared for a snapshot.
    private const int Frames = 5;

    private FramePool? _pool;
    private byte[] _scratch = [];

    public string Holders => _pool?.DescribeHolders() ?? "";

    public void Use(FrameFormat format)
    {
        if (_pool?.Format != format)
        {
            _pool = new FramePool(Frames, format);
            _scratch = [];
        }
    }

    /// <summary>False when the pool is empty: then <see cref="Scratch"/> takes the pixels.</summary>
    public bool TryRent(out FrameLease lease) => _pool!.TryRent(FrameHolder.Capture, out lease);

    public Span<byte> Scratch()
    {
        if (_scratch.Length == 0)
        {
            _scratch = GC.AllocateUninitializedArray<byte>(_pool!.Format.ByteCount);
        }

        return _scratch;
    }
}
