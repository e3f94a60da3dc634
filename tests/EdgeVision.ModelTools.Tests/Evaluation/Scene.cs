using EdgeVision.ModelTools.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>A random truth with random detections, many of them near an object.</summary>
public sealed record Scene(IReadOnlyList<CocoAnnotation> Truth, IReadOnlyList<DetectionRecord> Detections)
{
    public const int Images = 4;

    public static Arbitrary<Scene> Any { get; } = Arb.From(
        from truth in Objects.ArrayOf()
        from near in Near(truth).ArrayOf()
        from stray in Strays.ArrayOf()
        select new Scene([.. truth.Take(20)], [.. near.Concat(stray).Take(30)]));

    private static Gen<CocoAnnotation> Objects =>
        from image in Gen.Choose(1, Images)
        from category in Gen.Choose(1, 2)
        from x in Gen.Choose(0, 200)
        from y in Gen.Choose(0, 50)
        from width in Gen.Choose(1, 200)
        from height in Gen.Choose(1, 200)
        from kind in Gen.Choose(0, 9)
        select new CocoAnnotation(image, category, x, y, width, height, width * height * .8, IsCrowd: kind == 0, Ignore: kind == 1);

    private static Gen<DetectionRecord> Strays =>
        from at in Objects
        from score in Gen.Choose(1, 8)
        select new DetectionRecord(at.ImageId, at.CategoryId, at.X, at.Y, at.W, at.H, score / 8.0);

    public CocoMetrics Judge() => CocoEvaluator.Evaluate(World, Detections);

    public CocoMetrics Judge(IEnumerable<DetectionRecord> detections) => CocoEvaluator.Evaluate(World, [.. detections]);

    private CocoGroundTruth World => Scenery.World(Images, [.. Truth]);

    // Few distinct scores, so that ties are common.
    private static Gen<DetectionRecord> Near(CocoAnnotation[] truth) =>
        from at in truth.Length == 0 ? Objects : Gen.Elements(truth)
        from dx in Gen.Choose(-10, 10)
        from dy in Gen.Choose(-10, 10)
        from score in Gen.Choose(1, 8)
        select new DetectionRecord(at.ImageId, at.CategoryId, at.X + dx, at.Y + dy, at.W, at.H, score / 8.0);
}
