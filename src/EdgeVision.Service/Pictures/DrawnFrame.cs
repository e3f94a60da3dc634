using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Colour;
using EdgeVision.Imaging.Drawing;

namespace EdgeVision.Service.Pictures;

/// <summary>Turns frames into RGB24 pictures with their boxes on them.</summary>
internal sealed class DrawnFrame
{
    private readonly FrameToRgb _colours = new();
    private readonly PictureDrawing _drawing = new();

    public byte[] Of(InputFrame frame, LabelSet labels, DetectionSet found)
    {
        var rgb = new byte[3 * frame.Format.Size.Pixels];
        _colours.Convert(new Frame(frame.Format, default, frame.Pixels), rgb);
        _drawing.Draw(frame.Format.Size, rgb, found.Items, labels);
        return rgb;
    }
}
