using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;
using EdgeVision.Service.Pictures;

namespace EdgeVision.Service.Benching;

/// <summary>A short video of the synthetic street in a temporary file: the same input for every bench run.</summary>
internal static class BenchClip
{
    private const int Frames = 120;

    /// <returns>Path of the file; the caller deletes it.</returns>
    public static async Task<string> WriteAsync()
    {
        var options = StreetOptions.Parse("seed=1&size=768x432&fps=10&traffic=busy");
        var scene = new StreetScene(options);
        var path = Path.Combine(Path.GetTempPath(), $"edgevision-bench-{Environment.ProcessId}.mp4");
        var pixels = new byte[new FrameFormat(options.Size, PixelLayout.I420).ByteCount];
        var video = new VideoEncoder(path, options.Size, PixelLayout.I420, 10);
        await using (video.ConfigureAwait(false))
        {
            for (var i = 0; i < Frames; i++)
            {
                scene.Render(i, pixels);
                await video.AddAsync(pixels).ConfigureAwait(false);
            }
        }

        return path;
    }
}
