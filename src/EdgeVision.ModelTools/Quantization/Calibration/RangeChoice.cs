using System.Globalization;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>One way to choose ranges.</summary>
/// <param name="Kind">Which calibrator.</param>
/// <param name="Percentile">For the percentile calibrator alone, in percent.</param>
public sealed record RangeChoice(CalibratorKind Kind, double Percentile = PercentileCalibrator.DefaultPercentile)
{
    /// <summary>What is tried when nobody chose: which clips best is the model's own, by some hundredths of AP either way.</summary>
    public static IReadOnlyList<RangeChoice> All { get; } =
    [
        new(CalibratorKind.Percentile, 99.9), new(CalibratorKind.Percentile, 99.99), new(CalibratorKind.Percentile, 99.999),
        new(CalibratorKind.MinMax), new(CalibratorKind.Mse), new(CalibratorKind.Entropy),
    ];

    public ICalibrator Create() => Calibrators.Of(Kind, Percentile);

    public override string ToString() => Kind switch
    {
        CalibratorKind.Percentile => string.Create(CultureInfo.InvariantCulture, $"percentile {Percentile}"),
        CalibratorKind.MinMax => "min-max",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
