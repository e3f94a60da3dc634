using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;

namespace EdgeVision.Service.Pictures;

/// <summary>Draws one picture's boxes into a JPEG.</summary>
internal sealed class PictureAnnotation(string path) : IAnnotation
{
    private const int Quality = 92;

    public Task AddAsync(InputFrame frame, LabelSet labels, DetectionSet found)
    {
        var rgb = new DrawnFrame().Of(frame, labels, found);
        using var codec = new JpegCodec();
        var jpeg = codec.Encode(new Frame(new FrameFormat(frame.Format.Size, PixelLayout.Rgb24), default, rgb), Quality).ToArray();
        return File.WriteAllBytesAsync(path, jpeg);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
