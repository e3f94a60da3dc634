using EdgeVision.ModelTools.Evaluation;
using static EdgeVision.ModelTools.Tests.Evaluation.Scenery;

namespace EdgeVision.ModelTools.Tests.Evaluation;

public class IgnoredPlaceTests
{
    [Fact]
    public void A_candidate_on_an_ignored_place_takes_no_part() => Assert.Equal(
        new Agreement(1, 2, 1),
        AgreementMetrics.Compare([Found(0, 1)], [Found(0, .9), Found(320, .8), Found(900, .7)], ignored: [Found(300, 1)]));

    [Theory]
    [InlineData(349, 0)]
    [InlineData(351, 1)]
    public void Half_of_its_own_area_puts_it_there(double x, int judged) =>
        Assert.Equal(judged, AgreementMetrics.Compare([], [Found(x, .9)], ignored: [Found(300, 1)]).Candidates);

    [Fact]
    public void Any_number_may_lie_there_and_what_counts_comes_first()
    {
        Assert.Equal(new Agreement(0, 0, 0), AgreementMetrics.Compare([], [Found(0, .9), Found(5, .8), Found(9, .7)], ignored: [Found(0, 1)]));
        Assert.Equal(new Agreement(1, 1, 1), AgreementMetrics.Compare([Found(30, 1)], [Found(0, .9)], ignored: [Found(0, 1)]));
    }

    [Fact]
    public void It_is_a_place_in_one_picture_for_one_class() => Assert.Equal(
        3, AgreementMetrics.Compare([], [Found(0, .9, 2, 1), Found(0, .9, 1, 2), Found(0, .9, 2, 2)], ignored: [Found(0, 1)]).Candidates);

    [Fact]
    public void Coco_itself_treats_a_crowd_so()
    {
        // Precision 1 at full recall: the two on the crowd are no false positives, though they score best.
        var crowd = Truth(300) with { IsCrowd = true };
        var metrics = Judge(World(Truth(0), crowd), Found(310, .9), Found(290, .8), Found(0, .7));
        Assert.Equal(1, metrics.Ap50, 1e-12);
        var agreement = AgreementMetrics.Compare([Found(0, 1)], [Found(310, .9), Found(290, .8), Found(0, .7)], ignored: [Found(300, 1)]);
        Assert.Equal((1.0, 1.0), (agreement.Precision, agreement.Recall));
    }
}
