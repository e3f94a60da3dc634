using System.Runtime.InteropServices;

namespace EdgeVision.Native.TurboJpeg;

/// <summary>Writes JPEGs with 4:2:0 chroma into memory of the caller. Not thread-safe.</summary>
public sealed class JpegCompressor : IDisposable
{
    private readonly TurboJpegHandle _handle = TurboJpegHandle.ForCompressing();

    /// <summary>Bytes that a JPEG of this size can take at the very most.</summary>
    /// <exception cref="TurboJpegException">The size is out of the library's bounds.</exception>
    public static unsafe int MaxSize(int width, int height)
    {
        var size = TurboJpegLibrary.Functions.tjBufSize(width, height, Libturbojpeg.TJSAMP_420).Value;
        return width > 0 && height > 0 && size <= int.MaxValue
            ? (int)size
            : throw new TurboJpegException(nameof(Libturbojpeg.tjBufSize), $"{width}x{height} is out of bounds");
    }

    /// <summary>Compresses packed pixels without padding between rows.</summary>
    /// <param name="pixels">3 x width x height bytes.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="format">Order of the channels.</param>
    /// <param name="quality">1 (smallest) to 100.</param>
    /// <param name="jpeg">At least <see cref="MaxSize"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="TurboJpegException">The library refuses; its words are in the message.</exception>
    public unsafe int Compress(ReadOnlySpan<byte> pixels, int width, int height, JpegPixelFormat format, int quality, Span<byte> jpeg)
    {
        CheckSizes(pixels.Length, 3L * width * height, width, height, quality, jpeg.Length);
        fixed (byte* source = pixels)
        fixed (byte* target = jpeg)
        {
            var buffer = target;
            var size = new CULong((nuint)jpeg.Length);
            var status = TurboJpegLibrary.Functions.tjCompress2(
                _handle.Value, source, width, 3 * width, height, (int)format, &buffer, &size, Libturbojpeg.TJSAMP_420, quality, Libturbojpeg.TJFLAG_NOREALLOC);
            return Check(status, size, nameof(Libturbojpeg.tjCompress2));
        }
    }

    /// <summary>Compresses planar YUV 4:2:0 as JFIF means it: BT.601, full range.</summary>
    /// <param name="planes">Y, then U, then V, without padding.</param>
    /// <param name="width">Pixels, an even number.</param>
    /// <param name="height">Pixels, an even number.</param>
    /// <param name="quality">1 (smallest) to 100.</param>
    /// <param name="jpeg">At least <see cref="MaxSize"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="TurboJpegException">The library refuses; its words are in the message.</exception>
    public unsafe int CompressYuv(ReadOnlySpan<byte> planes, int width, int height, int quality, Span<byte> jpeg)
    {
        if (((width | height) & 1) == 1)
        {
            // The library reads luma planes of a whole number of chroma samples.
            throw new ArgumentException($"planes of {width}x{height} pixels: both must be even");
        }

        var luma = (long)width * height;
        var chroma = luma / 4;
        CheckSizes(planes.Length, luma + (2 * chroma), width, height, quality, jpeg.Length);
        fixed (byte* source = planes)
        fixed (byte* target = jpeg)
        {
            var pointers = stackalloc byte*[3] { source, source + luma, source + luma + chroma };
            var buffer = target;
            var size = new CULong((nuint)jpeg.Length);
            var status = TurboJpegLibrary.Functions.tjCompressFromYUVPlanes(
                _handle.Value, pointers, width, null, height, Libturbojpeg.TJSAMP_420, &buffer, &size, quality, Libturbojpeg.TJFLAG_NOREALLOC);
            return Check(status, size, nameof(Libturbojpeg.tjCompressFromYUVPlanes));
        }
    }

    public void Dispose() => _handle.Dispose();

    private static void CheckSizes(int given, long needed, int width, int height, int quality, int room)
    {
        if (given != needed)
        {
            throw new ArgumentException($"{width}x{height} pixels need {needed} bytes, not {given}");
        }

        if (quality is < 1 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(quality), quality, "a JPEG's quality is 1 to 100");
        }

        // The library trusts this size once it may not allocate itself.
        ArgumentOutOfRangeException.ThrowIfLessThan(room, MaxSize(width, height));
    }

    private int Check(int status, CULong size, string function) => status == 0
        ? (int)size.Value
        : throw new TurboJpegException(function, _handle.Words());
}
