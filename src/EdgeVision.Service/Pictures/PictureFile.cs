using EdgeVision.Capture.Folders;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.Native.TurboJpeg;

namespace EdgeVision.Service.Pictures;

/// <summary>Reads picture files for the verbs: JPEGs here, everything else through ffmpeg.</summary>
internal static class PictureFile
{
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="Core.Faults.FaultException">It is no picture.</exception>
    public static (FrameFormat Format, byte[] Pixels) Read(string path) => Read(path, saysDamage: true);

    /// <param name="path">The picture.</param>
    /// <param name="saysDamage">Says on standard error that a picture is damaged; who reads it again has said so.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="Core.Faults.FaultException">It is no picture.</exception>
    public static (FrameFormat Format, byte[] Pixels) Read(string path, bool saysDamage)
    {
        if ((path.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
            && ReadJpeg(path, saysDamage) is { } jpeg)
        {
            return (jpeg.Format, jpeg.Rgb);
        }

        var picture = StillPicture.Read(path);
        return (new FrameFormat(picture.Size, PixelLayout.Rgb24), picture.Rgb);
    }

    /// <summary>Null when libturbojpeg will not have it: another format under that name, which ffmpeg may know.</summary>
    private static JpegPicture? ReadJpeg(string path, bool saysDamage)
    {
        using var codec = new JpegCodec();
        try
        {
            var jpeg = codec.Decode(File.ReadAllBytes(path));
            if (saysDamage && jpeg.Damage is { } damage)
            {
                Console.Error.WriteLine($"edgevision: {path}: is damaged, only a part can be seen: {damage}");
            }

            return jpeg;
        }
        catch (TurboJpegException)
        {
            return null;
        }
    }
}
