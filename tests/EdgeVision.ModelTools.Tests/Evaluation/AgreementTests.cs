using EdgeVision.ModelTools.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using static EdgeVision.ModelTools.Tests.Evaluation.Scenery;

namespace EdgeVision.ModelTools.Tests.Evaluation;

public class AgreementTests
{
    [Fact]
    public void A_missed_and_an_invented_object_lower_recall_and_precision()
    {
        var agreement = AgreementMetrics.Compare(
            [Found(0, .9), Found(200, .8), Found(400, .7), Found(600, .6)], [Found(5, .5), Found(205, .4), Found(900, .3)]);

        Assert.Equal(new Agreement(2, 3, 4), agreement);
        Assert.Equal(2.0 / 3, agreement.Precision, 1e-12);
        Assert.Equal(.5, agreement.Recall, 1e-12);
        Assert.Equal(4.0 / 7, agreement.F1, 1e-12);
    }

    [Fact]
    public void A_pair_shares_image_and_category() => Assert.Equal(0, AgreementMetrics.Compare(
        [Found(0, .9, image: 1, category: 2), Found(0, .9, image: 2, category: 1)], [Found(0, .9)]).Matched);

    [Fact]
    public void One_reference_takes_one_candidate() =>
        Assert.Equal(1, AgreementMetrics.Compare([Found(0, .9)], [Found(0, .9), Found(0, .8)]).Matched);

    [Fact]
    public void The_best_score_chooses_first_and_takes_what_it_overlaps_most()
    {
        // The better one could take either (90/110, 80/120) and takes the nearer; the other reaches only the farther.
        DetectionRecord[] references = [Found(0, 1), Found(30, 1)];

        Assert.Equal(2, AgreementMetrics.Compare(references, [Found(10, .9), Found(60, .8)]).Matched);
        Assert.Equal(1, AgreementMetrics.Compare(references, [Found(20, .9), Found(60, .8)]).Matched);
    }

    [Theory]
    [InlineData(.65, 1)]
    [InlineData(.67, 0)]
    public void The_threshold_decides(double iou, int matched) =>
        Assert.Equal(matched, AgreementMetrics.Compare([Found(0, .9)], [Found(20, .9)], iou).Matched);

    [Fact]
    public void With_nothing_to_say_both_agree()
    {
        var silence = AgreementMetrics.Compare([], []);

        Assert.Equal((1.0, 1.0, 1.0), (silence.Precision, silence.Recall, silence.F1));
        Assert.Equal((1.0, 0.0), (AgreementMetrics.Compare([Found(0, 1)], []).Precision, AgreementMetrics.Compare([Found(0, 1)], []).Recall));
        Assert.Equal((0.0, 1.0), (AgreementMetrics.Compare([], [Found(0, 1)]).Precision, AgreementMetrics.Compare([], [Found(0, 1)]).Recall));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    public void A_threshold_out_of_range_is_refused(double iou) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AgreementMetrics.Compare([], [], iou));

    [Fact]
    public void Every_set_agrees_with_itself_and_no_set_with_more_than_there_is() => Prop.ForAll(Scene.Any, scene =>
    {
        var all = scene.Detections;
        var half = all.Where((_, i) => i % 2 == 0).ToList();
        var part = AgreementMetrics.Compare(all, half);
        return AgreementMetrics.Compare(all, [.. all], 1) == new Agreement(all.Count, all.Count, all.Count)
            && part.Matched <= part.Candidates && part.Precision is >= 0 and <= 1 && part.Recall <= part.Precision + 1e-12;
    }).QuickCheckThrowOnFailure();
}
