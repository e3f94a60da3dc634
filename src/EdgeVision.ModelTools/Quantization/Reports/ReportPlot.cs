using System.Globalization;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>A report as a drawing: the signal to noise of every layer over the depth of the network. SVG 1.1, no scripts.</summary>
public static class ReportPlot
{
    private const double Width = 960;
    private const double Height = 440;
    private const double Left = 62;
    private const double Right = 20;
    private const double Top = 116;
    private const double Bottom = 84;
    private const double PlotWidth = Width - Left - Right;
    private const double PlotHeight = Height - Top - Bottom;
    private const int Named = 3;
    private const int LongestName = 32;
    private const int LongestLine = 140;

    // One rule set for both: a page in the dark asks for the second half.
    private const string Style = """
        <style>
        svg{--paper:#fcfcfb;--ink:#1c1b1a;--soft:#6b6a66;--grid:#e4e2dd;--int8:#2a78d6;--float:#d9662b;--good:#1b7f4b;--bad:#c2342b}
        @media (prefers-color-scheme:dark){svg{--paper:#1a1a19;--ink:#f1f0ee;--soft:#a5a39d;--grid:#363532;--int8:#4a92e6;--float:#e57b43;--good:#4cc38a;--bad:#ef6a5f}}
        text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;fill:var(--ink);font-size:12px}
        .paper{fill:var(--paper)}.grid{stroke:var(--grid)}.axis{stroke:var(--soft)}.soft{fill:var(--soft)}
        .title{font-size:17px;font-weight:600}.good{fill:var(--good)}.bad{fill:var(--bad)}
        .int8{fill:var(--int8)}.float{fill:var(--float)}.unknown{fill:var(--soft)}.mid{text-anchor:middle}.end{text-anchor:end}
        </style>
        """;

    public static string Write(QuantizationReport report)
    {
        var svg = new SvgText();
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\">");
        svg.Raw($"<title>{SvgText.Escape(ReportWords.Headline(report))}</title>").Raw(Style);
        svg.Box(0, 0, Width, Height, "paper");
        WriteHead(svg, report);
        var scale = NoiseScale.For(report.Layers);
        WriteAxes(svg, scale, report.Layers.Count);
        WriteBars(svg, scale, report.Layers);
        WriteNoisiest(svg, report);
        return svg.Raw("</svg>").ToString();
    }

    private static void WriteHead(SvgText svg, QuantizationReport report)
    {
        svg.Text(Left, 30, report.Verdict.Accepted ? "title good" : "title bad", ReportWords.Headline(report));
        svg.Text(Left, 51, "", $"latency {ReportWords.Latency(report.Latency)} · size {ReportWords.Size(report.FloatBytes)} → {ReportWords.Size(report.QuantizedBytes)}");
        svg.Text(Left, 69, "", ReportWords.Shorten(string.Join(" · ", report.Accuracy.Select(ReportWords.Accuracy)), LongestLine));
        svg.Text(Left, 87, "soft", $"{report.Machine.Processor}, {report.Machine.Threads} thread{(report.Machine.Threads == 1 ? "" : "s")}, ONNX Runtime {report.Machine.OnnxRuntime}");
        if (report.Layers.Any(layer => !IsMeasured(layer)))
        {
            svg.Text(Left, Top - 11, "soft", "short marks at the foot: not measured");
        }

        Legend(Width - Right - 176, "int8", $"int8 ({report.Layers.Count(layer => layer.Quantized)})");
        Legend(Width - Right - 86, "float", $"float ({report.Layers.Count(layer => !layer.Quantized)})");

        void Legend(double x, string kind, string words) => svg.Box(x, Top - 20, 10, 10, kind).Text(x + 15, Top - 11, "", words);
    }

    private static void WriteAxes(SvgText svg, NoiseScale scale, int layers)
    {
        for (var db = scale.Least; db <= scale.Most; db += scale.Step)
        {
            var y = Y(scale, db);
            svg.Line(Left, y, Width - Right, y, db == 0 ? "axis" : "grid");
            svg.Text(Left - 8, y + 4, "soft end", db.ToString(CultureInfo.InvariantCulture));
        }

        svg.Text(18, Top + (PlotHeight / 2), "mid", "signal to noise, dB", $"transform=\"rotate(-90 18 {SvgText.Number(Top + (PlotHeight / 2))})\"");
        svg.Text(Left + (PlotWidth / 2), Height - Bottom + 34, "mid", "layers, from the picture to the outputs");
        if (layers > 0)
        {
            svg.Text(Left, Height - Bottom + 18, "soft", "1");
            svg.Text(Width - Right, Height - Bottom + 18, "soft end", layers.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteBars(SvgText svg, NoiseScale scale, IReadOnlyList<ReportLayer> layers)
    {
        var pitch = PlotWidth / Math.Max(1, layers.Count);
        var width = Math.Clamp(pitch * .78, .6, 26);
        for (var i = 0; i < layers.Count; i++)
        {
            var x = Left + ((i + .5) * pitch) - (width / 2);
            var kind = layers[i].Quantized ? "int8" : "float";
            if (!IsMeasured(layers[i]))
            {
                // Not measured: a mark below the floor tells what it runs in, and no height that could be read as a figure.
                svg.Box(x, Top + PlotHeight + 2, width, 3, kind, ReportWords.Layer(layers[i]));
                continue;
            }

            var (from, to) = (Y(scale, 0), Y(scale, Math.Clamp(layers[i].NoiseDb!.Value, scale.Least, scale.Most)));
            svg.Box(x, Math.Min(from, to), width, Math.Max(1, Math.Abs(from - to)), kind, ReportWords.Layer(layers[i]));
        }
    }

    private static void WriteNoisiest(SvgText svg, QuantizationReport report)
    {
        var worst = ReportWords.Noisiest(report.Layers).Take(Named)
            .Select(layer => $"{ReportWords.Shorten(layer.Name, LongestName)} {ReportWords.Noise(layer.NoiseDb)}").ToArray();
        if (worst.Length > 0)
        {
            svg.Text(Left, Height - 18, "soft", $"noisiest: {string.Join(" · ", worst)}");
        }
    }

    private static bool IsMeasured(ReportLayer layer) => layer.NoiseDb is { } db && !double.IsNaN(db);

    private static double Y(NoiseScale scale, double db) => Top + (PlotHeight * (scale.Most - db) / (scale.Most - scale.Least));
}
