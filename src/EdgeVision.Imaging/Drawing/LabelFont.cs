namespace EdgeVision.Imaging.Drawing;

/// <summary>The built-in font at one size; each character's mask is drawn once.</summary>
public sealed class LabelFont
{
    private readonly GlyphMask?[] _glyphs = new GlyphMask?[StrokeGlyphs.Last - StrokeGlyphs.First + 1];
    private readonly float _unit;
    private readonly float _pen;

    /// <param name="capHeight">Height of a capital in pixels, at least 5.</param>
    public LabelFont(float capHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capHeight, 5);
        CapHeight = capHeight;
        _pen = Math.Max(1.1f, capHeight * 0.15f);
        _unit = (capHeight - _pen) / StrokeGlyphs.CapHeight;
    }

    public float CapHeight { get; }

    /// <summary>Pixels from the first character's left to the last one's right.</summary>
    public float Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        float width = 0;
        foreach (var character in text)
        {
            width += Glyph(character).Advance;
        }

        return text.Length == 0 ? 0 : width - (GlyphMask.Spacing * _unit);
    }

    /// <summary>Writes text; (x, y) is the top left of its first capital.</summary>
    public void Draw(RgbCanvas canvas, string text, float x, float y, Rgb colour)
    {
        ArgumentNullException.ThrowIfNull(text);
        var top = (int)MathF.Round(y);
        foreach (var character in text)
        {
            var glyph = Glyph(character);
            var left = (int)MathF.Round(x);
            for (var i = 0; i < glyph.Coverage.Length; i++)
            {
                canvas.Blend(left + (i % glyph.Width), top + (i / glyph.Width), colour, glyph.Coverage[i] / 255f);
            }

            x += glyph.Advance;
        }
    }

    private GlyphMask Glyph(char character)
    {
        var known = character is >= StrokeGlyphs.First and <= StrokeGlyphs.Last ? character : '?';
        return _glyphs[known - StrokeGlyphs.First] ??= GlyphMask.Draw(known, _unit, _pen);
    }
}
