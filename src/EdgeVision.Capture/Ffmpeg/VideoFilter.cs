using System.Globalization;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>The filters between decoder and pipe. They only ever let frames go, never repeat one.</summary>
internal static class VideoFilter
{
    /// <summary>Every frame in the given format, whatever the stream does.</summary>
    /// <remarks>
    /// The size is always said: a stream that changes its size would otherwise change the frames' length and tear
    /// every picture after it. So is the range: ffmpeg would otherwise squeeze a full-range JPEG.
    /// </remarks>
    public static string Scale(FrameFormat format, bool convertMatrix)
    {
        var range = format.Range == YuvRange.Full ? "pc" : "tv";
        var matrix = format.Matrix == YuvMatrix.Bt709 ? "bt709" : "bt601";
        var text = string.Create(CultureInfo.InvariantCulture, $"scale={format.Size.Width}:{format.Size.Height}:flags=bilinear:out_range={range}");
        return convertMatrix ? $"{text}:out_color_matrix={matrix}" : text;
    }

    /// <summary>Each n-th frame of a recording: exact in number and time.</summary>
    public static string EachNth(int n) => string.Create(CultureInfo.InvariantCulture, $"select=not(mod(n\\,{n}))");

    /// <summary>At most so many frames per second of a camera, by its time stamps; a leap backwards does not stop it.</summary>
    public static string AtMost(double framesPerSecond)
    {
        // A tenth less than the interval, so that jitter does not cost every other frame.
        var interval = (0.9 / framesPerSecond).ToString("0.######", CultureInfo.InvariantCulture);
        return $"select=isnan(t)+isnan(prev_selected_t)+lt(t\\,prev_selected_t)+gte(t-prev_selected_t\\,{interval})";
    }

    /// <summary>A picture of any shape within the format's size, undistorted, with grey beside it.</summary>
    public static string Fit(FrameFormat format)
    {
        var (width, height) = (format.Size.Width, format.Size.Height);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scale={width}:{height}:flags=bilinear:force_original_aspect_ratio=decrease:out_range=pc:out_color_matrix=bt601,format=yuv420p,pad={width}:{height}:(ow-iw)/2:(oh-ih)/2:color=0x727272");
    }
}
