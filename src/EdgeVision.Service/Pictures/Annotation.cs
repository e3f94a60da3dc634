using EdgeVision.Core.Detections;

namespace EdgeVision.Service.Pictures;

/// <summary>Chooses how detections are drawn, by the name of the file that is asked for.</summary>
internal static class Annotation
{
    /// <param name="path">Null for none, .jpg for one picture, .mp4 for a series.</param>
    /// <param name="source">Where the frames come from.</param>
    /// <exception cref="FormatException">The ending does not fit the input.</exception>
    public static IAnnotation To(string? path, InputFrames source) => Path.GetExtension(path)?.ToUpperInvariant() switch
    {
        null => new NoAnnotation(),
        ".JPG" or ".JPEG" when source.IsPicture => new PictureAnnotation(path!),
        ".MP4" when !source.IsPicture => new VideoAnnotation(path!, source),
        _ => throw new FormatException(source.IsPicture
            ? $"--annotate {path}: a picture's boxes go to a .jpg"
            : $"--annotate {path}: the boxes of a folder or video go to an .mp4"),
    };

    private sealed class NoAnnotation : IAnnotation
    {
        public Task AddAsync(InputFrame frame, LabelSet labels, DetectionSet found) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
