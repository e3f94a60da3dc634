using System.Globalization;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Quantization.Acceptance;

/// <summary>Lets a quantized model take the float model's place only when it keeps the limits, and says why or why not.</summary>
public static class AcceptanceGate
{
    /// <param name="accuracy">At least one measure; each has its own limit.</param>
    /// <param name="somethingFound">Whether the float model found anything in the pictures that agreement was measured on.</param>
    /// <param name="latency">Measured on this machine.</param>
    /// <param name="limits">What must be kept.</param>
    public static Verdict Judge(
        IReadOnlyList<ReportAccuracy> accuracy, bool somethingFound, LatencyComparison latency, AcceptanceLimits limits)
    {
        var checks = accuracy.Select(Check).ToList();
        checks.Add(Speed(latency, limits));
        checks.AddRange(accuracy.Where(static measure => measure.Before <= 0).Select(static measure =>
            (false, $"{measure.Measure}: the float model finds none of what is labelled, so this proves nothing: give labels of what it shall find")));
        if (!somethingFound)
        {
            checks.Add((false, "the float model found nothing in the calibration pictures, so agreement proves nothing: give pictures of what it shall find"));
        }

        return new Verdict(checks.TrueForAll(static check => check.Kept), [.. checks.Select(static check => check.Line)]);
    }

    /// <summary>Whether each measure keeps its limit.</summary>
    public static bool IsAccurate(IReadOnlyList<ReportAccuracy> accuracy) => accuracy.All(Keeps);

    private static bool Keeps(ReportAccuracy measure) => measure.After >= measure.Limit;

    private static (bool Kept, string Line) Check(ReportAccuracy measure)
    {
        var kept = Keeps(measure);
        return (kept, Line(
            $"{measure.Measure}: {measure.Before:0.0000} before, {measure.After:0.0000} after, {(kept ? "at least" : "less than")} the {measure.Limit:0.0000} allowed"));
    }

    private static (bool Kept, string Line) Speed(LatencyComparison latency, AcceptanceLimits limits)
    {
        var kept = latency.Ratio <= limits.MaxLatencyRatio;
        return (kept, Line(
            $"latency: {latency.BaselineMs:0.00} ms before, {latency.CandidateMs:0.00} ms after, {latency.Ratio:0.000} of the float model, {(kept ? "within" : "more than")} the {limits.MaxLatencyRatio:0.000} allowed"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
