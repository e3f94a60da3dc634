using System.Globalization;

namespace EdgeVision.ModelTools.Quantization.Reports;

/// <summary>A report's figures as a person reads them; the terminal and the plot say the same.</summary>
public static class ReportWords
{
    private const double Kibi = 1024;

    /// <summary>"yolox-nano in 8 bits: accepted".</summary>
    public static string Headline(QuantizationReport report) => $"{report.Model} in 8 bits: {(report.Verdict.Accepted ? "accepted" : "refused")}";

    /// <summary>"14.20 → 11.35 ms (0.80 ± 0.01)".</summary>
    public static string Latency(ReportLatency latency) =>
        string.Create(CultureInfo.InvariantCulture, $"{latency.FloatMs:0.00} → {latency.QuantizedMs:0.00} ms ({Ratio(latency)} of float)");

    /// <summary>"0.80 ± 0.01".</summary>
    public static string Ratio(ReportLatency latency) => string.Create(CultureInfo.InvariantCulture, $"{latency.Ratio:0.000} ± {latency.Uncertainty:0.000}");

    /// <summary>"AP on 125 pictures 0.3872 → 0.3841".</summary>
    public static string Accuracy(ReportAccuracy accuracy) =>
        string.Create(CultureInfo.InvariantCulture, $"{accuracy.Measure} {accuracy.Before:0.0000} → {accuracy.After:0.0000}");

    /// <summary>"Conv 'backbone/conv1' 23.4 dB, float (accuracy)".</summary>
    public static string Layer(ReportLayer layer) =>
        $"{layer.Operator} '{layer.Name}' {Noise(layer.NoiseDb)}, {(layer.Quantized ? "int8" : "float")}{(layer.Reason.Length > 0 ? $" ({layer.Reason})" : "")}";

    /// <summary>"23.4 dB", "exact" or "not measured".</summary>
    public static string Noise(double? db) => db switch
    {
        null or double.NaN => "not measured",
        double.PositiveInfinity => "exact",
        _ => string.Create(CultureInfo.InvariantCulture, $"{db:0.0} dB"),
    };

    /// <summary>Measured layers, the worst first.</summary>
    public static IEnumerable<ReportLayer> Noisiest(IEnumerable<ReportLayer> layers) =>
        layers.Where(layer => layer.NoiseDb is { } db && double.IsFinite(db)).OrderBy(layer => layer.NoiseDb);

    /// <summary>"3.54 MiB".</summary>
    public static string Size(long bytes) => bytes < Kibi * Kibi
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Kibi:0} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Kibi / Kibi:0.00} MiB");

    /// <summary>Without control characters: names come from the model's file, and a terminal obeys some of these.</summary>
    public static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter)) : text;

    /// <summary>Cuts what is longer, with a sign that it was.</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
