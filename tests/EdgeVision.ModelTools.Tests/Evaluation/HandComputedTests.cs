using EdgeVision.ModelTools.Evaluation;
using static EdgeVision.ModelTools.Tests.Evaluation.Scenery;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>Cases small enough to work out on paper.</summary>
public class HandComputedTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Perfect_detections_score_one()
    {
        var metrics = Judge(
            World(Truth(0), Truth(200), Truth(0, image: 2, category: 2)),
            Found(0, .9), Found(200, .8), Found(0, .7, image: 2, category: 2));

        Assert.Equal(1, metrics.Ap, Tolerance);
        Assert.Equal(1, metrics.Ap50, Tolerance);
        Assert.Equal(1, metrics.Ar100, Tolerance);
        Assert.Equal(.75, metrics.Ar1, Tolerance);
        Assert.Equal(4, metrics.Images);
    }

    [Fact]
    public void One_of_two_missed_covers_the_recall_points_up_to_a_half()
    {
        var metrics = Judge(World(Truth(0), Truth(200)), Found(0, .9));

        // Recall points 0.00 to 0.50 are 51 of 101.
        Assert.Equal(51.0 / 101, metrics.Ap, Tolerance);
        Assert.Equal(.5, metrics.Ar100, Tolerance);
    }

    [Fact]
    public void A_duplicate_between_two_hits_is_a_false_positive()
    {
        var metrics = Judge(World(Truth(0), Truth(200)), Found(0, .9), Found(0, .8), Found(200, .7));

        // Precision 1 up to recall .5, then 2/3.
        Assert.Equal((51 + (50 * 2.0 / 3)) / 101, metrics.Ap, Tolerance);
        Assert.Equal(1, metrics.Ar100, Tolerance);
    }

    [Fact]
    public void A_duplicate_after_the_last_hit_costs_nothing() =>
        Assert.Equal(1, Judge(World(Truth(0)), Found(0, .9), Found(0, .8)).Ap, Tolerance);

    [Fact]
    public void Overlap_decides_at_which_thresholds_a_detection_counts()
    {
        // 100 wide, moved by 20: 80 / 120 = .667, so a hit at .50, .55, .60, .65 of ten thresholds.
        var metrics = Judge(World(Truth(0)), Found(20, .9));

        Assert.Equal(.4, metrics.Ap, Tolerance);
        Assert.Equal(1, metrics.Ap50, Tolerance);
        Assert.Equal(0, metrics.Ap75, Tolerance);
        Assert.Equal(.4, metrics.Ar100, Tolerance);
    }

    [Fact]
    public void An_overlap_of_exactly_the_threshold_is_enough()
    {
        // Half the width inside the same box: 5000 / 10000.
        var metrics = Judge(World(Truth(0)), new DetectionRecord(1, 1, 0, 0, Side / 2, Side, .9));

        Assert.Equal(.1, metrics.Ap, Tolerance);
        Assert.Equal(1, metrics.Ap50, Tolerance);
    }

    [Fact]
    public void A_crowd_absorbs_any_number_of_detections()
    {
        var crowd = new CocoAnnotation(1, 1, 300, 0, 300, 100, 30000, IsCrowd: true);
        var alone = Judge(World(Truth(0)), Found(310, .95), Found(400, .94), Found(500, .93), Found(0, .5));
        var absorbed = Judge(World(Truth(0), crowd), Found(310, .95), Found(400, .94), Found(500, .93), Found(0, .5));

        Assert.Equal(.25, alone.Ap, Tolerance);
        Assert.Equal(1, absorbed.Ap, Tolerance);
    }

    [Fact]
    public void An_ignored_object_absorbs_one_detection_only()
    {
        var ignored = Truth(300) with { Ignore = true };
        var metrics = Judge(World(Truth(0), ignored), Found(300, .95), Found(300, .94), Found(0, .5));

        Assert.Equal(.5, metrics.Ap, Tolerance);
    }

    [Fact]
    public void An_object_that_counts_goes_before_an_ignored_one_that_overlaps_more()
    {
        var ignored = Truth(0) with { Ignore = true };
        var metrics = Judge(World(ignored, Truth(20)), Found(0, .9));

        Assert.Equal(1, metrics.Ap50, Tolerance);
    }

    [Fact]
    public void Among_equal_scores_the_first_in_the_list_is_taken_first()
    {
        var truth = World(Truth(0));

        Assert.Equal(1, Judge(truth, Found(0, .5), Found(300, .5)).Ap, Tolerance);
        Assert.Equal(.5, Judge(truth, Found(300, .5), Found(0, .5)).Ap, Tolerance);
    }

    [Fact]
    public void Among_equal_scores_of_different_pictures_the_smaller_image_id_goes_first()
    {
        var hitInFirst = Judge(World(Truth(0, image: 1)), Found(300, .5, image: 2), Found(0, .5, image: 1));
        var hitInSecond = Judge(World(Truth(0, image: 2)), Found(0, .5, image: 2), Found(300, .5, image: 1));

        Assert.Equal(1, hitInFirst.Ap, Tolerance);
        Assert.Equal(.5, hitInSecond.Ap, Tolerance);
    }

    [Fact]
    public void Among_equal_overlaps_the_later_object_is_taken()
    {
        // The first detection may take either; taking the later one leaves the first for the second detection.
        var metrics = Judge(World(Truth(0), Truth(40)), Found(20, .9), Found(-10, .8));

        Assert.Equal(1, metrics.Ap50, Tolerance);
    }

    [Fact]
    public void Sizes_are_judged_by_the_truths_area_and_by_the_box_of_a_lone_detection()
    {
        // The object's own area is small although its box is large; the stray detection is large.
        var truth = Truth(0) with { Area = 500 };
        var metrics = Judge(World(truth), Found(300, .95), Found(0, .9));

        Assert.Equal(.5, metrics.Ap, Tolerance);
        Assert.Equal(1, metrics.ApSmall, Tolerance);
        Assert.Equal(-1, metrics.ApMedium);
        Assert.Equal(-1, metrics.ApLarge);
    }

    [Theory]
    [InlineData(32 * 32, 1, 1, -1)]
    [InlineData((32 * 32) + 1, -1, 1, -1)]
    [InlineData(96 * 96, -1, 1, 1)]
    [InlineData((96 * 96) + 1, -1, -1, 1)]
    public void The_ends_of_the_size_ranges_belong_to_both(double area, double small, double medium, double large)
    {
        var metrics = Judge(World(Truth(0) with { Area = area }), Found(0, .9));

        Assert.Equal(small, metrics.ApSmall, Tolerance);
        Assert.Equal(medium, metrics.ApMedium, Tolerance);
        Assert.Equal(large, metrics.ApLarge, Tolerance);
        Assert.Equal((small, medium, large), (metrics.ArSmall, metrics.ArMedium, metrics.ArLarge));
    }

    [Fact]
    public void Only_the_best_hundred_detections_of_a_picture_and_class_count()
    {
        var noise = Enumerable.Range(0, 100).Select(i => Found(1000 + (200 * i), .9));

        Assert.Equal(0, Judge(World(Truth(0)), [.. noise, Found(0, .5)]).Ar100);
        Assert.Equal(1, Judge(World(Truth(0)), [.. noise.Skip(1), Found(0, .5)]).Ar100);
        Assert.Equal(0, Judge(World(Truth(0)), [.. noise.Skip(1), Found(0, .5)]).Ar10);
        Assert.Equal(1, Judge(World(Truth(0, category: 2)), [.. noise, Found(0, .5, category: 2)]).Ar1);
    }

    [Fact]
    public void A_class_without_truth_has_no_number_and_does_not_pull_the_mean_down()
    {
        var metrics = Judge(World(Truth(0)), Found(0, .9), Found(0, .9, category: 2));

        Assert.Equal(1, metrics.Ap, Tolerance);
        Assert.Equal(-1, metrics.PerClass["Bus"]);
        Assert.Equal(1, metrics.PerClass["car"], Tolerance);
    }

    [Fact]
    public void Each_class_has_its_own_ap_and_ap50()
    {
        // IoU 76/124 = .61 for the car: a hit at .50, .55 and .60, three of the ten.
        var metrics = Judge(World(Truth(0), Truth(0, category: 2)), Found(24, .9), Found(0, .9, category: 2), Found(500, .95, category: 2));

        Assert.Equal(.3, metrics.PerClass["car"], Tolerance);
        Assert.Equal(1, metrics.PerClassAp50["car"], Tolerance);
        Assert.Equal(.5, metrics.PerClass["Bus"], Tolerance);
        Assert.Equal(.5, metrics.PerClassAp50["Bus"], Tolerance);
        Assert.Equal(.75, metrics.Ap50, Tolerance);
    }

    [Fact]
    public void Truth_without_detections_is_zero_and_no_truth_is_minus_one()
    {
        Assert.Equal((0.0, 0.0), (Judge(World(Truth(0))).Ap, Judge(World(Truth(0))).Ar100));
        Assert.Equal((-1.0, -1.0), (Judge(World(), Found(0, .9)).Ap, Judge(World(), Found(0, .9)).Ar1));
    }
}
