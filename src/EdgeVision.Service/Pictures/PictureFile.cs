using EdgeVision.Capture.Folders;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;

namespace EdgeVision.Service.Pictures;

/// <summary>Reads picture files for the verbs: JPEGs here, everything else through ffmpeg.</summary>
internal static class PictureFile
{
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="Core.Faults.FaultException">It is no picture.</exception>
    public static (FrameFormat Format, byte[] Pixels) Read(string path)
    {
        if (path.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
        {
            using var codec = new JpegCodec();
            var jpeg = codec.Decode(File.ReadAllBytes(path));
            return (jpeg.Format, jpeg.Rgb);
        }

        var picture = StillPicture.Read(path);
        return (new FrameFormat(picture.Size, PixelLayout.Rgb24), picture.Rgb);
    }
}
