using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Doctor.Models;

/// <summary>One picture of our own, the same everywhere: a dry street by day, with what it shows.</summary>
internal sealed class DrawnStreet
{
    // Chosen once by looking: people and cars stand well in view.
    private const long Moment = 40;

    // Smaller ones no detector of this kind must find.
    private const float LeastHeight = 0.1f;
    private const float LeastVisible = 0.8f;

    public DrawnStreet()
    {
        var options = StreetOptions.Parse("seed=1&size=512x288&traffic=busy&light=day&weather=dry");
        var scene = new StreetScene(options);
        Format = new FrameFormat(options.Size, PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Limited);
        Pixels = new byte[Format.ByteCount];
        scene.Render(Moment, Pixels);
        var objects = new List<StreetObject>();
        scene.Truth(Moment, objects);
        Labels = [.. objects.Where(one => one.VisibleFraction > LeastVisible && one.Box.Height > LeastHeight).Select(one => one.Label)];
    }

    public FrameFormat Format { get; }

    public byte[] Pixels { get; }

    /// <summary>Labels of what is large and in full view, one for each object.</summary>
    public IReadOnlyList<string> Labels { get; }
}
