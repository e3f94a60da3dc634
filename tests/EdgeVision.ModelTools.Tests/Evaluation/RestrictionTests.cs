using EdgeVision.ModelTools.Evaluation;
using static EdgeVision.ModelTools.Tests.Evaluation.Scenery;

namespace EdgeVision.ModelTools.Tests.Evaluation;

public class RestrictionTests
{
    private static readonly CocoGroundTruth s_truth = World(Truth(0), Truth(0, image: 2), Truth(0, image: 3, category: 2));

    [Fact]
    public void Categories_are_chosen_by_name_ignoring_case()
    {
        DetectionRecord[] onlyBus = [Found(0, .9, image: 3, category: 2)];

        var all = CocoEvaluator.Evaluate(s_truth, onlyBus);
        var bus = CocoEvaluator.Evaluate(s_truth, onlyBus, new() { Categories = ["bUS"] });

        Assert.Equal(.5, all.Ap, 1e-12);
        Assert.Equal(1, bus.Ap, 1e-12);
        Assert.Equal(["Bus"], bus.PerClass.Keys);
    }

    [Fact]
    public void Only_the_chosen_images_count_for_truth_and_detections()
    {
        DetectionRecord[] detections = [Found(300, .95, image: 2), Found(0, .9)];

        var first = CocoEvaluator.Evaluate(s_truth, detections, new() { ImageIds = [1, 1] });

        Assert.Equal(1, first.Ap, 1e-12);
        Assert.Equal(1, first.Images);
    }

    [Fact]
    public void An_unknown_category_is_named_with_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => CocoEvaluator.Evaluate(s_truth, [], new() { Categories = ["lorry"] }));

        Assert.Contains("'lorry'", error.Message, StringComparison.Ordinal);
        Assert.Contains("car, Bus", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_image_is_refused()
    {
        Assert.Contains("99", Assert.Throws<ArgumentException>(
            () => CocoEvaluator.Evaluate(s_truth, [], new() { ImageIds = [99] })).Message, StringComparison.Ordinal);
        Assert.Contains("99", Assert.Throws<ArgumentException>(
            () => CocoEvaluator.Evaluate(s_truth, [Found(0, .9, image: 99)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(.5, double.PositiveInfinity)]
    public void Numbers_that_are_not_finite_are_refused(double score, double x) =>
        Assert.Throws<ArgumentException>(() => CocoEvaluator.Evaluate(s_truth, [Found(x, score)]));

    [Fact]
    public void Detections_of_a_category_the_truth_does_not_list_are_passed_over() =>
        Assert.Equal(0, CocoEvaluator.Evaluate(s_truth, [Found(0, .9, category: 77)]).Ap);

    [Fact]
    public void Annotations_of_unlisted_images_take_no_part_and_are_counted()
    {
        var truth = World(Truth(0), Truth(0, image: 50), Truth(0, category: 50));

        Assert.Equal(2, truth.StrayAnnotations);
        Assert.Equal(1, Judge(truth, Found(0, .9)).Ap, 1e-12);
    }
}
