using EdgeVision.ModelTools.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>What must hold whatever the truth and the detections are.</summary>
public class InvarianceTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Only_the_order_of_the_scores_matters() => Holds(scene =>
        Same(scene.Judge(), scene.Judge(scene.Detections.Select(d => d with { Score = Math.Exp(3 * d.Score) - 100 }))));

    [Fact]
    public void False_positives_below_all_scores_never_raise_a_number() => Holds(scene =>
    {
        var noise = Enumerable.Range(1, Scene.Images).Select(image => new DetectionRecord(image, 1, 2000, 2000, 50, 50, .001));
        var before = Numbers(scene.Judge());
        var after = Numbers(scene.Judge(scene.Detections.Concat(noise)));
        return before.Zip(after).All(pair => pair.Second <= pair.First + Tolerance);
    });

    [Fact]
    public void A_false_positive_above_all_scores_never_raises_the_precision() => Holds(scene =>
        scene.Judge(scene.Detections.Append(new DetectionRecord(1, 1, 2000, 2000, 50, 50, 2))).Ap <= scene.Judge().Ap + Tolerance);

    [Fact]
    public void Renumbering_the_images_changes_nothing_when_no_scores_are_equal() => Holds(scene =>
    {
        var truth = scene.Truth.Select(a => a with { ImageId = Scene.Images + 1 - a.ImageId }).ToArray();
        var distinct = scene.Detections.Select((d, i) => d with { Score = d.Score + (i * 1e-6) }).ToArray();
        var renumbered = distinct.Select(d => d with { ImageId = Scene.Images + 1 - d.ImageId }).ToArray();
        return Same(
            scene.Judge(distinct),
            CocoEvaluator.Evaluate(Scenery.World(Scene.Images, truth), renumbered));
    });

    [Fact]
    public void The_order_of_the_list_is_no_matter_when_no_scores_are_equal() => Holds(scene =>
    {
        var distinct = scene.Detections.Select((d, i) => d with { Score = d.Score + (i * 1e-6) }).ToArray();
        return Same(scene.Judge(distinct), scene.Judge(distinct.Reverse()));
    });

    [Fact]
    public void Moving_and_doubling_everything_keeps_the_precision() => Holds(scene =>
    {
        var truth = scene.Truth.Select(a => a with { X = (2 * a.X) + 64, Y = 2 * a.Y, W = 2 * a.W, H = 2 * a.H, Area = 4 * a.Area }).ToArray();
        var found = scene.Detections.Select(d => d with { X = (2 * d.X) + 64, Y = 2 * d.Y, W = 2 * d.W, H = 2 * d.H }).ToArray();
        return Math.Abs(scene.Judge().Ap - CocoEvaluator.Evaluate(Scenery.World(Scene.Images, truth), found).Ap) < Tolerance;
    });

    [Fact]
    public void Numbers_lie_between_nought_and_one_or_say_that_there_was_nothing_to_find() => Holds(scene =>
        Numbers(scene.Judge()).All(n => n is -1 or (>= 0 and <= 1)));

    [Fact]
    public void More_detections_allowed_never_lower_the_recall() => Holds(scene =>
    {
        var metrics = scene.Judge();
        return metrics.Ar1 <= metrics.Ar10 && metrics.Ar10 <= metrics.Ar100;
    });

    private static void Holds(Func<Scene, bool> law) => Prop.ForAll(Scene.Any, law).QuickCheckThrowOnFailure();

    private static bool Same(CocoMetrics a, CocoMetrics b) =>
        Numbers(a).Zip(Numbers(b)).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance);

    private static double[] Numbers(CocoMetrics m) =>
        [m.Ap, m.Ap50, m.Ap75, m.ApSmall, m.ApMedium, m.ApLarge, m.Ar1, m.Ar10, m.Ar100, m.ArSmall, m.ArMedium, m.ArLarge];
}
