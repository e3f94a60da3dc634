using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.Service.Tests.Quantizing;

/// <summary>A report such as a real quantization gives, with everything that is awkward in it.</summary>
internal static class SampleReport
{
    public static QuantizationReport Create(bool accepted = true, int layers = 90) => new(
        "yolox-nano", new string('a', 64), null,
        new ReportMachine("Example <CPU> & Co \"8\"", "x64", true, "1.30.0", 1),
        new ReportSettings(
            "train/", 200, "percentile 99.999", "u8", "s8 per channel", "uint8", "balanced", 12, true, ["64 SiLU as look-up tables"]),
        [.. Enumerable.Range(0, layers).Select(Layer)],
        [
            new SearchTrial("ranges by min-max", 0, null, .94, false, "percentile 99.99 agrees better"),
            new SearchTrial("nothing", 0, .846, .95, true, "the start"),
            new SearchTrial("stage [52x52]", 14, .802, .96, true, "faster by 4.4 %"),
            new SearchTrial("head", 9, .911, null, false, "slower"),
        ],
        [new ReportAccuracy("AP on 125 labelled pictures", .3872, accepted ? .3841 : .3512, .3772), new ReportAccuracy("F1 against the float model", 1, .962, .9)],
        new ReportLatency(14.2, 11.39, .802, .006, 31, 1),
        3_713_911, 1_254_000,
        accepted
            ? new Verdict(true, ["AP 0.3841, lost 0.0031 of at most 0.0100", "latency 0.802 ± 0.006 of float, at most 1.00"])
            : new Verdict(false, ["AP 0.3512, lost 0.0360 of at most 0.0100", "latency 0.802 ± 0.006 of float, at most 1.00"]),
        131.5);

    private static ReportLayer Layer(int i) => new(
        $"/backbone/stage{i / 12}/conv{i}<&>\u0001", i % 5 == 4 ? "Concat" : "Conv", i % 9 != 8, i % 9 == 8 ? "faster in float" : "",
        i switch { 0 => double.PositiveInfinity, 1 => null, 2 => -3.5, 3 => double.NaN, _ => 42 - (i * .3) + (6 * Math.Sin(i)) });
}
