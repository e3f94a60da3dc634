using System.Runtime.InteropServices;

namespace EdgeVision.Native.TurboJpeg;

/// <summary>Reads JPEGs into memory of the caller. Not thread-safe.</summary>
public sealed class JpegDecompressor : IDisposable
{
    private readonly TurboJpegHandle _handle = TurboJpegHandle.ForDecompressing();

    /// <summary>The size, without decoding.</summary>
    /// <exception cref="TurboJpegException">These bytes are no JPEG; the library's words are in the message.</exception>
    public unsafe JpegHeader ReadHeader(ReadOnlySpan<byte> jpeg)
    {
        int width, height, subsampling, colourSpace;
        fixed (byte* source = jpeg)
        {
            var status = TurboJpegLibrary.Functions.tjDecompressHeader3(
                _handle.Value, source, new CULong((nuint)jpeg.Length), &width, &height, &subsampling, &colourSpace);
            if (status != 0)
            {
                throw new TurboJpegException(nameof(Libturbojpeg.tjDecompressHeader3), _handle.Words());
            }
        }

        return new JpegHeader(width, height);
    }

    /// <summary>Decodes into packed pixels without padding between rows.</summary>
    /// <param name="jpeg">The whole file.</param>
    /// <param name="header">What <see cref="ReadHeader"/> said of it.</param>
    /// <param name="format">Order of the channels.</param>
    /// <param name="pixels">3 x width x height bytes.</param>
    /// <returns>Null, or the library's words about damage that still left a picture, such as a missing end.</returns>
    /// <exception cref="TurboJpegException">There is no picture in it; the library's words are in the message.</exception>
    public unsafe string? Decompress(ReadOnlySpan<byte> jpeg, JpegHeader header, JpegPixelFormat format, Span<byte> pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, 3L * header.Width * header.Height);
        fixed (byte* source = jpeg)
        fixed (byte* target = pixels)
        {
            var status = TurboJpegLibrary.Functions.tjDecompress2(
                _handle.Value, source, new CULong((nuint)jpeg.Length), target, header.Width, 3 * header.Width, header.Height, (int)format, Libturbojpeg.TJFLAG_LIMITSCANS);
            if (status == 0)
            {
                return null;
            }
        }

        return _handle.WasWarning()
            ? _handle.Words()
            : throw new TurboJpegException(nameof(Libturbojpeg.tjDecompress2), _handle.Words());
    }

    public void Dispose() => _handle.Dispose();
}
