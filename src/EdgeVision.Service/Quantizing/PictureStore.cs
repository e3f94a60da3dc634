using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.Service.Quantizing;

/// <summary>
/// Pictures of a source that does not come twice, as JPEGs in one file that has no name: the system frees it when this
/// process ends, however it ends. Several may read at once; none while it is written.
/// </summary>
public sealed class PictureStore : IDisposable
{
    // Finer than what a detector's input keeps after scaling.
    private const int Quality = 95;

    private readonly Lock _reading = new();
    private readonly JpegCodec _codec = new();
    private readonly FileStream _file;
    private readonly List<(long Offset, int Length)> _entries = [];

    /// <param name="folder">Where the file lies; made when missing.</param>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public PictureStore(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"pictures-{Path.GetRandomFileName()}");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Delete(path);
    }

    public int Count => _entries.Count;

    /// <summary>Bytes of the pictures that are kept.</summary>
    public long Bytes { get; private set; }

    public void Add(FrameFormat format, ReadOnlySpan<byte> pixels)
    {
        var jpeg = _codec.Encode(new Frame(format, default, pixels), Quality);
        _file.Seek(Bytes, SeekOrigin.Begin);
        _file.Write(jpeg);
        _entries.Add((Bytes, jpeg.Length));
        Bytes += jpeg.Length;
    }

    /// <summary>Keeps only these; their order stays.</summary>
    /// <param name="indices">Rising.</param>
    public void Keep(IReadOnlyList<int> indices)
    {
        var kept = indices.Select(index => _entries[index]).ToArray();
        _entries.Clear();
        Bytes = 0;
        foreach (var entry in kept)
        {
            // Towards the front only, so that nothing unread is overwritten.
            var jpeg = ReadEntry(entry);
            _file.Seek(Bytes, SeekOrigin.Begin);
            _file.Write(jpeg);
            _entries.Add((Bytes, jpeg.Length));
            Bytes += jpeg.Length;
        }

        _file.SetLength(Bytes);
    }

    /// <summary>One of them, in memory of its own.</summary>
    /// <param name="index">From 0, in the order they were added.</param>
    public CalibrationFrame ReadAt(int index)
    {
        lock (_reading)
        {
            var picture = _codec.Decode(ReadEntry(_entries[index]));
            return new CalibrationFrame(new FrameFormat(picture.Size, PixelLayout.Rgb24), picture.Rgb);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _codec.Dispose();
    }

    private byte[] ReadEntry((long Offset, int Length) entry)
    {
        var jpeg = new byte[entry.Length];
        _file.Seek(entry.Offset, SeekOrigin.Begin);
        _file.ReadExactly(jpeg);
        return jpeg;
    }
}
