using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Colour;
using EdgeVision.Native;
using EdgeVision.Native.TurboJpeg;

namespace EdgeVision.Imaging.Jpeg;

/// <summary>
/// JPEGs from frames and back, by libjpeg-turbo, up to a stated number of pixels. Keeps its working memory; not
/// thread-safe.
/// </summary>
public sealed class JpegCodec : IDisposable
{
    /// <summary>40 megapixels: 120 MB decoded.</summary>
    public const int DefaultMaxPixels = 40_000_000;

    public const int DefaultQuality = 85;

    private readonly int _maxPixels;
    private readonly JpegCompressor _compressor;
    private readonly JpegDecompressor _decompressor;
    private readonly FrameToRgb _toRgb = new();
    private byte[] _pixels = [];
    private byte[] _jpeg = [];

    /// <param name="maxPixels">Pictures with more pixels are refused.</param>
    /// <exception cref="NativeLibraryException">libturbojpeg is missing; the message says what was tried and what helps.</exception>
    public JpegCodec(int maxPixels = DefaultMaxPixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPixels, 1);
        TurboJpegLibrary.Load();
        _maxPixels = maxPixels;
        _compressor = new JpegCompressor();
        _decompressor = new JpegDecompressor();
    }

    /// <summary>Compresses a frame of any layout, with 4:2:0 chroma.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="quality">1 (smallest) to 100.</param>
    /// <returns>The JPEG; valid until the next call.</returns>
    /// <exception cref="TurboJpegException">The library refuses, or the picture has too many pixels.</exception>
    public ReadOnlySpan<byte> Encode(Frame frame, int quality = DefaultQuality)
    {
        var size = frame.Format.Size;
        Check("encode", size.Width, size.Height);
        Grow(ref _jpeg, JpegCompressor.MaxSize(size.Width, size.Height));
        var length = frame.Format switch
        {
            { Layout: PixelLayout.Rgb24 } => Pack(frame.Pixels, JpegPixelFormat.Rgb),
            { Layout: PixelLayout.Bgr24 } => Pack(frame.Pixels, JpegPixelFormat.Bgr),
            _ when ((size.Width | size.Height) & 1) == 1 => Pack(ToRgb(frame), JpegPixelFormat.Rgb),
            { Matrix: YuvMatrix.Bt601, Range: YuvRange.Full } => PackYuv(frame.Pixels),
            { Matrix: YuvMatrix.Bt601 } => PackYuv(ToFullRange(frame)),
            _ => Pack(ToRgb(frame), JpegPixelFormat.Rgb),
        };
        return _jpeg.AsSpan(0, length);

        int Pack(ReadOnlySpan<byte> pixels, JpegPixelFormat format) =>
            _compressor.Compress(pixels, size.Width, size.Height, format, quality, _jpeg);

        int PackYuv(ReadOnlySpan<byte> planes) => _compressor.CompressYuv(planes, size.Width, size.Height, quality, _jpeg);
    }

    /// <summary>The size, without decoding.</summary>
    /// <exception cref="TurboJpegException">These bytes are no JPEG.</exception>
    public PictureSize ReadSize(ReadOnlySpan<byte> jpeg)
    {
        var header = _decompressor.ReadHeader(jpeg);
        return new PictureSize(header.Width, header.Height);
    }

    /// <summary>Decodes to RGB24 in new memory.</summary>
    /// <exception cref="TurboJpegException">There is no picture in it, or it has too many pixels.</exception>
    public JpegPicture Decode(ReadOnlySpan<byte> jpeg)
    {
        var header = _decompressor.ReadHeader(jpeg);
        Check("decode", header.Width, header.Height);
        var rgb = GC.AllocateUninitializedArray<byte>(3 * header.Width * header.Height);
        var damage = _decompressor.Decompress(jpeg, header, JpegPixelFormat.Rgb, rgb);
        return new JpegPicture(new PictureSize(header.Width, header.Height), rgb, damage);
    }

    /// <summary>Decodes to RGB24 into memory of the caller, whose size must be the picture's.</summary>
    /// <returns>Null, or the library's words about damage that still left a picture.</returns>
    /// <exception cref="TurboJpegException">There is no picture in it, or it has too many pixels.</exception>
    /// <exception cref="ArgumentException">The target has another length than the picture.</exception>
    public string? Decode(ReadOnlySpan<byte> jpeg, Span<byte> rgb)
    {
        var header = _decompressor.ReadHeader(jpeg);
        Check("decode", header.Width, header.Height);
        if (rgb.Length != 3 * header.Width * header.Height)
        {
            throw new ArgumentException($"the picture is {header.Width}x{header.Height}, which does not fill {rgb.Length} bytes", nameof(rgb));
        }

        return _decompressor.Decompress(jpeg, header, JpegPixelFormat.Rgb, rgb);
    }

    public void Dispose()
    {
        _compressor.Dispose();
        _decompressor.Dispose();
    }

    /// <summary>JFIF knows only the full range; chroma 16..240 and luma 16..235 are spread to it.</summary>
    private ReadOnlySpan<byte> ToFullRange(Frame frame)
    {
        var source = frame.Pixels;
        Grow(ref _pixels, source.Length);
        var target = _pixels.AsSpan(0, source.Length);
        var luma = frame.Format.Size.Pixels;
        RangeTable.Luma.Apply(source[..luma], target[..luma]);
        RangeTable.Chroma.Apply(source[luma..], target[luma..]);
        return target;
    }

    private ReadOnlySpan<byte> ToRgb(Frame frame)
    {
        var count = 3 * frame.Format.Size.Pixels;
        Grow(ref _pixels, count);
        _toRgb.Convert(frame, _pixels.AsSpan(0, count));
        return _pixels.AsSpan(0, count);
    }

    private void Check(string what, int width, int height)
    {
        if ((long)width * height > _maxPixels)
        {
            throw new TurboJpegException(what, $"{width}x{height} has more than {_maxPixels} pixels");
        }
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = GC.AllocateUninitializedArray<byte>(length);
        }
    }
}
