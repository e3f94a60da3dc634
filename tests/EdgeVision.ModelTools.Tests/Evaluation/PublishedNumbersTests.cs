using EdgeVision.ModelTools.Evaluation;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>The answers that the reference evaluators give for their own published test files.</summary>
public class PublishedNumbersTests
{
    private const double Tolerance = 1e-9;

    [SkippableFact]
    public void A_hundred_pictures_of_val2014_give_the_twelve_published_numbers()
    {
        var truth = CocoGroundTruth.Load(TestAssets.Need("eval", "instances_val2014_100.json"));
        var detections = DetectionsFile.Load(TestAssets.Need("eval", "instances_val2014_fakebbox100_results.json"));

        var metrics = CocoEvaluator.Evaluate(truth, detections);

        Assert.Equal(.5045806987249628, metrics.Ap, Tolerance);
        Assert.Equal(.6969727247299577, metrics.Ap50, Tolerance);
        Assert.Equal(.5729816669904824, metrics.Ap75, Tolerance);
        Assert.Equal(.5856257209410443, metrics.ApSmall, Tolerance);
        Assert.Equal(.5193996948036719, metrics.ApMedium, Tolerance);
        Assert.Equal(.5013978986347466, metrics.ApLarge, Tolerance);
        Assert.Equal(.38681277964578054, metrics.Ar1, Tolerance);
        Assert.Equal(.5936795762842003, metrics.Ar10, Tolerance);
        Assert.Equal(.595352982877607, metrics.Ar100, Tolerance);
        Assert.Equal(.6398109626113442, metrics.ArSmall, Tolerance);
        Assert.Equal(.5664205978994309, metrics.ArMedium, Tolerance);
        Assert.Equal(.5642905982905982, metrics.ArLarge, Tolerance);
        Assert.Equal(100, metrics.Images);
        Assert.Equal(80, metrics.PerClass.Count);
    }

    [SkippableFact]
    public void A_picture_with_a_crowd_gives_the_published_numbers()
    {
        var truth = CocoGroundTruth.Load(TestAssets.Need("eval", "gt_ignore_test.json"));
        var detections = DetectionsFile.Load(TestAssets.Need("eval", "dt_ignore_test.json")).Where(d => d.Score >= .1).ToList();

        var metrics = CocoEvaluator.Evaluate(truth, detections);

        Assert.Equal(.7099009900990099, metrics.Ap, Tolerance);
        Assert.Equal(1.0, metrics.Ap50, Tolerance);
        Assert.Equal(.8415841584158416, metrics.Ap75, Tolerance);
        Assert.Equal(-1, metrics.ApSmall);
        Assert.Equal(.7099009900990099, metrics.ApMedium, Tolerance);
        Assert.Equal(-1, metrics.ApLarge);
        Assert.Equal(0.0, metrics.Ar1);
        Assert.Equal(.45384615384615384, metrics.Ar10, Tolerance);
        Assert.Equal(.7153846153846154, metrics.Ar100, Tolerance);
        Assert.Equal(-1, metrics.ArSmall);
        Assert.Equal(.7153846153846154, metrics.ArMedium, Tolerance);
        Assert.Equal(-1, metrics.ArLarge);
    }

    [SkippableFact]
    public void The_mean_of_the_classes_is_the_whole()
    {
        var truth = CocoGroundTruth.Load(TestAssets.Need("eval", "instances_val2014_100.json"));
        var detections = DetectionsFile.Load(TestAssets.Need("eval", "instances_val2014_fakebbox100_results.json"));

        var metrics = CocoEvaluator.Evaluate(truth, detections);

        Assert.Equal(metrics.Ap, metrics.PerClass.Values.Where(ap => ap >= 0).Average(), Tolerance);
    }

    [SkippableFact]
    public void The_truth_of_every_data_set_finds_itself_whole()
    {
        foreach (var file in Directory.EnumerateFiles(TestAssets.Need("datasets"), "instances*.json", SearchOption.AllDirectories))
        {
            var truth = CocoGroundTruth.Load(file);
            var echo = truth.Annotations
                .Select((a, i) => new DetectionRecord(a.ImageId, a.CategoryId, a.X, a.Y, a.W, a.H, 1.0 / (i + 2)))
                .ToList();

            var metrics = CocoEvaluator.Evaluate(truth, echo);

            Assert.Equal(0, truth.StrayAnnotations);
            Assert.True(metrics.Ap > .999, $"{file}: AP {metrics.Ap}");
        }
    }
}
