using System.Globalization;
using System.Text;

namespace EdgeVision.Capture.Ffmpeg;

/// <summary>
/// An ffmpeg input list with one address in it. ffmpeg reads it from standard input, so that the address, with its
/// password, appears neither among the arguments nor in the environment.
/// </summary>
internal static class InputList
{
    /// <summary>Arguments to read the list.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "-f", "concat",
        "-safe", "0",
        "-protocol_whitelist", "pipe,rtsp,rtp,srtp,tcp,udp,tls,http,https,httpproxy,crypto",
        "-i", "pipe:0",
    ];

    /// <summary>The list's text.</summary>
    /// <param name="address">Percent-encoded: no quote, no space, no line break.</param>
    /// <param name="options">Options of the address's own demuxer and protocol.</param>
    public static string Text(string address, params ReadOnlySpan<(string Name, string Value)> options)
    {
        var text = new StringBuilder("ffconcat version 1.0\n");
        text.Append(CultureInfo.InvariantCulture, $"file '{address.Replace("'", "%27", StringComparison.Ordinal)}'\n");
        foreach (var (name, value) in options)
        {
            text.Append(CultureInfo.InvariantCulture, $"option {name} {value}\n");
        }

        return text.ToString();
    }

    /// <summary>ffmpeg takes its time limits in microseconds.</summary>
    public static string Microseconds(TimeSpan time) => ((long)time.TotalMicroseconds).ToString(CultureInfo.InvariantCulture);
}
