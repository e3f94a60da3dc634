using System.Globalization;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;

namespace EdgeVision.Imaging.Drawing;

/// <summary>
/// Draws detections on RGB24 pictures: a frame in the class's colour and a plate with name and score. Line and letter
/// sizes follow the picture's. Not thread-safe.
/// </summary>
public sealed class PictureDrawing
{
    private readonly List<RoundedRectangle> _plates = [];
    private LabelFont _font = new(12);
    private PictureSize _size;
    private float _line;

    /// <summary>Draws all detections, the surest on top.</summary>
    /// <param name="size">Of the picture.</param>
    /// <param name="rgb">3 x width x height bytes, drawn on.</param>
    /// <param name="detections">In normalised coordinates of this picture.</param>
    /// <param name="labels">Names by class id.</param>
    public void Draw(PictureSize size, Span<byte> rgb, ReadOnlySpan<Detection> detections, LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var canvas = new RgbCanvas(size, rgb);
        Fit(size);
        Span<Detection> ordered = [.. detections];
        ordered.Sort(static (left, right) => left.Score.CompareTo(right.Score));
        foreach (var detection in ordered)
        {
            DrawFrame(canvas, detection);
        }

        _plates.Clear();
        for (var i = ordered.Length - 1; i >= 0; i--)
        {
            DrawPlate(canvas, ordered[i], TextOf(ordered[i], labels));
        }
    }

    private static string TextOf(in Detection detection, LabelSet labels)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{labels[detection.ClassId]} {Math.Round(100 * detection.Score)}%");
        return detection.Track == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} #{detection.Track}");
    }

    private void Fit(PictureSize size)
    {
        if (_size == size)
        {
            return;
        }

        _size = size;
        var side = Math.Min(size.Width, size.Height * 16 / 9);
        _line = Math.Clamp(side / 450f, 2, 5);
        _font = new LabelFont(Math.Clamp(side / 80f, 10, 30));
    }

    private void DrawFrame(RgbCanvas canvas, in Detection detection)
    {
        var frame = FrameOf(detection);
        // A dark rim keeps the frame visible on a background of its own colour.
        frame.Stroke(canvas, Rgb.Black, _line + 2, 0.45f);
        frame.Stroke(canvas, ClassPalette.Of(detection.ClassId), _line, 1);
    }

    private RoundedRectangle FrameOf(in Detection detection)
    {
        var box = detection.Box;
        var left = Inside(box.X * _size.Width, _size.Width);
        var top = Inside(box.Y * _size.Height, _size.Height);
        return new RoundedRectangle(
            left,
            top,
            Math.Max(left, Inside(box.Right * _size.Width, _size.Width)),
            Math.Max(top, Inside(box.Bottom * _size.Height, _size.Height)),
            2 * _line);
    }

    /// <summary>So far from the picture's edge that the whole line shows.</summary>
    private float Inside(float edge, int extent)
    {
        var margin = Math.Min(_line, extent) / 2;
        return Math.Clamp(edge, margin, extent - margin);
    }

    private void DrawPlate(RgbCanvas canvas, in Detection detection, string text)
    {
        var colour = ClassPalette.Of(detection.ClassId);
        var padding = MathF.Round(_font.CapHeight * 0.45f);
        var width = MathF.Ceiling(_font.Measure(text)) + (2 * padding);
        var height = _font.CapHeight + (2 * padding) + 1;
        var plate = PlatePlacement.Find(FrameOf(detection), width, height, _line, _size, _plates);
        _plates.Add(plate);
        plate.Fill(canvas, colour, 0.92f);
        _font.Draw(canvas, text, plate.Left + padding, plate.Top + padding, colour.Luma > 110 ? Rgb.Black : Rgb.White);
    }
}
