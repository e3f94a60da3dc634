using EdgeVision.Imaging.Jpeg;
using EdgeVision.Native;

namespace EdgeVision.Imaging.Tests.Jpeg;

internal static class Codec
{
    /// <summary>Skips the running test where libturbojpeg is not installed.</summary>
    internal static JpegCodec Open(int maxPixels = JpegCodec.DefaultMaxPixels)
    {
        try
        {
            return new JpegCodec(maxPixels);
        }
        catch (NativeLibraryException missing)
        {
            Skip.If(true, missing.Message);
            throw;
        }
    }
}
