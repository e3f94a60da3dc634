using System.Globalization;
using System.Text.Json;
using EdgeVision.Core.Frames;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeJson
{
    // Untagged video: players take BT.709 from 720 lines on, the border of ITU-R BT.709's own formats.
    private const int HighDefinitionLines = 720;

    /// <summary>The first video stream, or null when there is none that can be used.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static ProbeResult? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("streams", out var streams) && streams.GetArrayLength() > 0
            ? Read(streams[0])
            : null;
    }

    private static ProbeResult? Read(JsonElement stream)
    {
        var size = Size(stream);
        if (size is not { Width: >= 1 and <= 16384, Height: >= 1 and <= 16384 })
        {
            return null;
        }

        var space = Text(stream, "color_space");
        var format = Text(stream, "pix_fmt");
        var (matrix, convert) = Matrix(space, format, size.Height);
        var full = !IsRgb(format) && (Text(stream, "color_range") == "pc" || format.StartsWith("yuvj", StringComparison.Ordinal));
        return new ProbeResult(
            size, matrix, full ? YuvRange.Full : YuvRange.Limited, convert, Rate(Text(stream, "avg_frame_rate")), Count(Text(stream, "nb_frames")));
    }

    private static PictureSize Size(JsonElement stream)
    {
        var (width, height) = (Number(stream, "width"), Number(stream, "height"));
        return Turned(stream) ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    private static bool Turned(JsonElement stream)
    {
        if (!stream.TryGetProperty("side_data_list", out var list))
        {
            return false;
        }

        foreach (var data in list.EnumerateArray())
        {
            if (data.TryGetProperty("rotation", out var rotation) && Math.Abs(rotation.GetDouble()) % 180 is > 45 and < 135)
            {
                return true;
            }
        }

        return false;
    }

    private static (YuvMatrix Matrix, bool Convert) Matrix(string space, string format, int height) => space switch
    {
        _ when IsRgb(format) => (YuvMatrix.Bt601, true),
        "bt709" => (YuvMatrix.Bt709, false),
        "smpte170m" or "bt470bg" => (YuvMatrix.Bt601, false),
        "" or "unknown" or "unspecified" or "reserved" => (height >= HighDefinitionLines ? YuvMatrix.Bt709 : YuvMatrix.Bt601, false),
        _ => (YuvMatrix.Bt709, true),
    };

    private static bool IsRgb(string format) =>
        format.StartsWith("gbr", StringComparison.Ordinal)
        || format.Contains("rgb", StringComparison.Ordinal)
        || format.Contains("bgr", StringComparison.Ordinal)
        || format is "pal8" or "argb" or "abgr";

    private static double Rate(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && double.TryParse(text[..slash], NumberStyles.Float, CultureInfo.InvariantCulture, out var over)
            && double.TryParse(text[(slash + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var under)
            && over > 0 && under > 0 ? over / under : 0;
    }

    private static long? Count(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private static string Text(JsonElement stream, string name) =>
        stream.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static int Number(JsonElement stream, string name) =>
        stream.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;
}
