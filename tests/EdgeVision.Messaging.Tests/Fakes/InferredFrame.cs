using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Pipeline;

namespace EdgeVision.Messaging.Tests.Fakes;

internal static class InferredFrame
{
    private static readonly byte[] Pixels = new byte[3 * 4 * 2];

    internal static LabelSet Labels { get; } = new(["person", "car"]);

    internal static OperatingPoint Point { get; } = new("yolox-nano", new string('a', 64), new PictureSize(416, 416), "cpu", 1, false);

    internal static LaneResult Of(string camera, long frame, params Detection[] detections)
    {
        var stamp = new FrameStamp(
            frame, TimeProvider.System.GetTimestamp(), TimeSpan.Zero, new DateTimeOffset(2026, 3, 1, 12, 0, 0, 250, TimeSpan.FromHours(2)));
        return new LaneResult
        {
            CameraId = camera,
            Stamp = stamp,
            Frame = new Frame(new FrameFormat(new PictureSize(4, 2), PixelLayout.Rgb24), stamp, Pixels),
            Detections = detections,
            Labels = Labels,
            Point = Point,
            Timings = new StageTimings(
                TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(0.25),
                TimeSpan.FromMilliseconds(30.1239), TimeSpan.FromMilliseconds(0.5), TimeSpan.FromMilliseconds(33.8739)),
        };
    }
}
