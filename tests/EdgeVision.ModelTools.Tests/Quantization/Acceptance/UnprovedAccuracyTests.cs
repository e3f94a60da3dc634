using EdgeVision.ModelTools.Quantization.Acceptance;
using EdgeVision.ModelTools.Quantization.Measuring;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.ModelTools.Tests.Quantization.Acceptance;

public class UnprovedAccuracyTests
{
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.0, false)]
    public void Labels_of_which_the_float_model_finds_none_accept_nothing(double before, bool accepted)
    {
        var measure = new ReportAccuracy("AP on 3 labelled pictures", before, before, before - 0.01);
        var verdict = AcceptanceGate.Judge([measure], true, new LatencyComparison(10, 8, 0.8, 0.01, 15), new AcceptanceLimits());
        Assert.Equal(accepted, verdict.Accepted);
        Assert.Equal(!accepted, verdict.Reasons.Any(reason => reason.Contains("proves nothing", StringComparison.Ordinal)));
    }
}
