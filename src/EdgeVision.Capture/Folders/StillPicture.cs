using System.Buffers.Text;
using EdgeVision.Capture.Ffmpeg;
using EdgeVision.Capture.Processes;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Folders;

/// <summary>One picture in memory.</summary>
/// <param name="Size">Width and height as stored: an EXIF rotation is not applied.</param>
/// <param name="Rgb">Packed red, green, blue, row by row without padding.</param>
public sealed record StillPicture(PictureSize Size, byte[] Rgb)
{
    private const int MaxHeaderBytes = 64;

    // 128 megapixels; ffmpeg itself stops little above.
    private const int MaxBytes = 3 * 128 * 1024 * 1024;

    /// <summary>Decodes any picture that ffmpeg can read; of a video, its first frame. Starts one ffmpeg.</summary>
    /// <exception cref="FaultException">Missing, not a picture, larger than 128 megapixels, or ffmpeg is not installed.</exception>
    public static StillPicture Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var input = FileInput.For(path, new CaptureOptions { Pace = CapturePace.Asap });
        using var child = ChildProcess.Start(FfmpegCommand.Pixmap(input), path, new Secrets());
        var picture = ReadPixmap(child);
        var exit = child.WaitForExit(TimeSpan.FromSeconds(10));
        return picture is not null && exit is { InGoodOrder: true }
            ? picture
            : throw new FaultException(FfmpegFaults.Explain("picture", input, exit, child.Tail));
    }

    /// <summary>Reads a binary PPM: "P6", width, height and 255, each ended by one white space, then the pixels.</summary>
    private static StillPicture? ReadPixmap(ChildProcess child)
    {
        var header = new byte[MaxHeaderBytes];
        var length = 0;
        PictureSize size;
        while (!TryParseHeader(header.AsSpan(0, length), out size))
        {
            // One byte a time: what follows the header goes straight into the picture.
            if (length == MaxHeaderBytes || child.Read(header.AsSpan(length, 1)) <= 0)
            {
                return null;
            }

            length++;
        }

        if (3L * size.Width * size.Height > MaxBytes)
        {
            return null;
        }

        var pixels = new byte[3 * size.Pixels];
        return RawFrame.Read(child, pixels) == FrameRead.Whole ? new StillPicture(size, pixels) : null;
    }

    /// <summary>False while the header is not whole.</summary>
    private static bool TryParseHeader(ReadOnlySpan<byte> text, out PictureSize size)
    {
        size = default;
        if (!text.StartsWith("P6\n"u8) || !text.EndsWith("\n255\n"u8))
        {
            return false;
        }

        var numbers = text[3..];
        if (!Utf8Parser.TryParse(numbers, out int width, out var used)
            || !Utf8Parser.TryParse(numbers[(used + 1)..], out int height, out _)
            || width < 1 || height < 1)
        {
            return false;
        }

        size = new PictureSize(width, height);
        return true;
    }
}
