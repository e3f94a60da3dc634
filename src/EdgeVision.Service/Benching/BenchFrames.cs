using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Benching;

/// <summary>A few frames of the synthetic street in memory: the same pictures for every bench run, at no cost to it.</summary>
internal sealed class BenchFrames
{
    private const int Count = 12;
    private const int Apart = 10;

    private readonly byte[][] _frames;

    private BenchFrames(FrameFormat format, byte[][] frames) => (Format, _frames) = (format, frames);

    public FrameFormat Format { get; }

    public static BenchFrames Render()
    {
        var options = StreetOptions.Parse("seed=1&size=768x432&fps=10&traffic=busy");
        var scene = new StreetScene(options);
        var frames = new byte[Count][];
        for (var i = 0; i < Count; i++)
        {
            frames[i] = new byte[scene.ByteCount];
            scene.Render(i * Apart, frames[i]);
        }

        return new BenchFrames(new FrameFormat(options.Size, PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Limited), frames);
    }

    /// <summary>The frame of that number; they come round.</summary>
    public ReadOnlySpan<byte> this[long number] => _frames[number % Count];
}
