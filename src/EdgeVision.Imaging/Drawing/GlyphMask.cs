namespace EdgeVision.Imaging.Drawing;

/// <summary>A character drawn at one size: how much of each pixel its strokes cover, 0..255.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Advance">Pixels to the next character.</param>
/// <param name="Coverage">Row by row.</param>
internal sealed record GlyphMask(int Width, int Height, float Advance, byte[] Coverage)
{
    /// <summary>Between two characters, in grid units.</summary>
    internal const float Spacing = 0.9f;

    /// <summary>Draws the strokes with a round pen.</summary>
    /// <param name="character">ASCII 32..126; others become a question mark.</param>
    /// <param name="unit">Pixels of one grid unit.</param>
    /// <param name="pen">Pixels across.</param>
    internal static GlyphMask Draw(char character, float unit, float pen)
    {
        var strokes = StrokePath.Parse(StrokeGlyphs.Of(character));
        var right = strokes.Count == 0 ? 1 : strokes.Max(static stroke => stroke.Max(static point => point.X));
        var margin = (pen / 2) + 0.5f;
        var width = (int)MathF.Ceiling((right * unit) + (2 * margin));
        var height = (int)MathF.Ceiling((StrokeGlyphs.Depth * unit) + (2 * margin));
        var mask = new GlyphMask(width, height, (right * unit) + pen + (Spacing * unit), new byte[width * height]);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var distance = StrokePath.Distance(strokes, (x + 0.5f - margin) / unit, (y + 0.5f - margin) / unit) * unit;
                mask.Coverage[(y * width) + x] = (byte)(255 * Math.Clamp((pen / 2) + 0.5f - distance, 0, 1));
            }
        }

        return mask;
    }
}
