using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Verbs;

/// <summary>One entry of `detect --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record DetectedFrameJson(string Image, long Frame, double TimeS, IReadOnlyList<DetectedFrameJson.Entry> Detections)
{
    /// <param name="image">File name.</param>
    /// <param name="frame">Number within the file.</param>
    /// <param name="time">Time within the file.</param>
    /// <param name="size">Size of the picture.</param>
    /// <param name="labels">The model's.</param>
    /// <param name="found">Normalised.</param>
    public static DetectedFrameJson From(
        string image, long frame, TimeSpan time, PictureSize size, LabelSet labels, DetectionSet found) => new(
        image, frame, Math.Round(time.TotalSeconds, 4),
        [.. found.Items.ToArray().Select(one => new Entry(
            labels[one.ClassId], one.ClassId, Math.Round(one.Score, 4), PixelBox(one, size)))]);

    private static double[] PixelBox(in Detection one, PictureSize size) =>
    [
        Math.Round((double)one.Box.X * size.Width, 2), Math.Round((double)one.Box.Y * size.Height, 2),
        Math.Round((double)one.Box.Width * size.Width, 2), Math.Round((double)one.Box.Height * size.Height, 2),
    ];

    internal sealed record Entry(string Label, int ClassId, double Score, double[] Box);
}
