using EdgeVision.ModelTools.Quantization.Acceptance;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Tests.Quantization.Acceptance;

/// <summary>Each limit refuses alone, and each line says what was measured and what was allowed.</summary>
public sealed class AcceptanceGateTests
{
    private const string Agreement = "F1 against the float model's 90 detections on 12 pictures";
    private const string Labelled = "AP on 125 labelled pictures";

    [Fact]
    public void A_model_that_keeps_all_limits_is_accepted()
    {
        var verdict = Judge([new(Labelled, .4, .39, .39), new(Agreement, 1, .9, .9)], true, 1);
        Assert.True(verdict.Accepted);
        Assert.Equal(
            [
                $"{Labelled}: 0.4000 before, 0.3900 after, at least the 0.3900 allowed",
                $"{Agreement}: 1.0000 before, 0.9000 after, at least the 0.9000 allowed",
                "latency: 10.00 ms before, 10.00 ms after, 1.000 of the float model, within the 1.000 allowed",
            ],
            verdict.Reasons);
    }

    [Fact]
    public void One_that_lost_accuracy_is_refused_whatever_its_speed()
    {
        var verdict = Judge([new(Labelled, .4, .3899, .39), new(Agreement, 1, .95, .9)], true, .3);
        Assert.False(verdict.Accepted);
        Assert.Equal($"{Labelled}: 0.4000 before, 0.3899 after, less than the 0.3900 allowed", verdict.Reasons[0]);
        Assert.False(Judge([new(Labelled, .4, .4, .39), new(Agreement, 1, .899, .9)], true, .3).Accepted);
    }

    [Fact]
    public void One_that_is_slower_is_refused_whatever_its_accuracy()
    {
        var verdict = Judge([new(Agreement, 1, 1, .9)], true, 1.001);
        Assert.False(verdict.Accepted);
        Assert.Equal("latency: 10.00 ms before, 10.01 ms after, 1.001 of the float model, more than the 1.000 allowed", verdict.Reasons[1]);
        Assert.True(Judge([new(Agreement, 1, 1, .9)], true, .85, new AcceptanceLimits { MaxLatencyRatio = .85 }).Accepted);
        Assert.False(Judge([new(Agreement, 1, 1, .9)], true, .86, new AcceptanceLimits { MaxLatencyRatio = .85 }).Accepted);
    }

    [Fact]
    public void Agreement_on_pictures_without_anything_in_them_proves_nothing()
    {
        var verdict = Judge([new(Agreement, 1, 1, .9)], false, .5);
        Assert.False(verdict.Accepted);
        Assert.Contains("the float model found nothing in the calibration pictures", verdict.Reasons[^1], StringComparison.Ordinal);
        Assert.Contains("give pictures of what it shall find", verdict.Reasons[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, .85)]
    [InlineData(null, true, .75)]
    [InlineData(.95, false, .95)]
    [InlineData(.95, true, .95)]
    public void Less_agreement_is_asked_for_where_labels_judge(double? asked, bool labelled, double least) =>
        Assert.Equal(least, new AcceptanceLimits { MinAgreement = asked }.LeastAgreement(labelled));

    [Fact]
    public void What_is_no_number_is_refused()
    {
        Assert.False(Judge([new(Agreement, 1, double.NaN, .9)], true, .5).Accepted);
        Assert.False(Judge([new(Agreement, 1, 1, .9)], true, double.NaN).Accepted);
    }

    private static Verdict Judge(ReportAccuracy[] accuracy, bool found, double ratio, AcceptanceLimits? limits = null)
    {
        limits ??= new AcceptanceLimits();
        Assert.Equal(Array.TrueForAll(accuracy, static one => one.After >= one.Limit), AcceptanceGate.IsAccurate(accuracy));
        return AcceptanceGate.Judge(accuracy, found, new LatencyComparison(10, 10 * ratio, ratio, .002, 40), limits);
    }
}
