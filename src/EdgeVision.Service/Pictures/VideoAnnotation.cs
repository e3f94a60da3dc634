using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Pictures;

/// <summary>Draws the boxes of a series into a video.</summary>
internal sealed class VideoAnnotation(string path, InputFrames source) : IAnnotation
{
    private readonly DrawnFrame _drawn = new();
    private VideoEncoder? _video;
    private PictureSize _size;

    public async Task AddAsync(InputFrame frame, LabelSet labels, DetectionSet found)
    {
        if (_video is null)
        {
            _size = frame.Format.Size;
            _video = new VideoEncoder(path, _size, PixelLayout.Rgb24, source.FramesPerSecond);
        }

        if (frame.Format.Size != _size)
        {
            throw new FormatException($"{frame.Image} is {frame.Format.Size}, the pictures before {_size}: one video has one size");
        }

        await _video.AddAsync(_drawn.Of(frame, labels, found)).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _video?.DisposeAsync() ?? ValueTask.CompletedTask;
}
