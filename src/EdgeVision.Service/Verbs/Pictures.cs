using EdgeVision.Capture.Folders;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Verbs;

/// <summary>Reads picture files for the verbs.</summary>
internal static class Pictures
{
    public static (FrameFormat Format, byte[] Pixels) Read(string path)
    {
        var picture = StillPicture.Read(path);
        return (new FrameFormat(picture.Size, PixelLayout.Rgb24), picture.Rgb);
    }
}
