using System.Globalization;
using System.Text;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>Writes the elements of a drawing; texts are escaped, numbers have one decimal.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public SvgText Raw(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    public SvgText Text(double x, double y, string classes, string words, string attributes = "") =>
        Raw($"<text class=\"{classes}\" x=\"{Number(x)}\" y=\"{Number(y)}\"{(attributes.Length > 0 ? " " + attributes : "")}>{Escape(words)}</text>");

    public SvgText Line(double x1, double y1, double x2, double y2, string classes) =>
        Raw($"<line class=\"{classes}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>");

    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Across.</param>
    /// <param name="height">Down.</param>
    /// <param name="classes">Its colours.</param>
    /// <param name="hover">Shown where the pointer rests; none when empty.</param>
    public SvgText Box(double x, double y, double width, double height, string classes, string hover = "")
    {
        var head = $"<rect class=\"{classes}\" x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"";
        return Raw(hover.Length == 0 ? head + "/>" : $"{head}><title>{Escape(hover)}</title></rect>");
    }

    public override string ToString() => _text.ToString();

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Names come from the model's file: what XML forbids even when escaped becomes a question mark.</summary>
    public static string Escape(string words)
    {
        var safe = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                < 0x20 or 0x7F or 0xFFFE or 0xFFFF or 0xFFFD => "?",
                _ => rune.ToString(),
            });
        }

        return safe.ToString();
    }
}
