using EdgeVision.ModelTools.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>The fast curve against the definition, written down plainly: at each recall point, the best precision at that recall or more.</summary>
public class CurveDefinitionTests
{
    [Fact]
    public void Average_precision_is_what_the_definition_says() =>
        Prop.ForAll(Hits, hits => Math.Abs(ByEvaluator(hits) - ByDefinition(hits)) < 1e-12).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_recall_falls_on_a_point_numpys_rounding_decides()
    {
        // numpy.linspace's 36th point is 0.35000000000000003, which 7 of 20 just does not reach: 35 of 101 points.
        var truth = Enumerable.Range(0, 20).Select(i => Scenery.Truth(i * 200)).ToArray();
        var found = truth.Take(7).Select((t, i) => Scenery.Found(t.X, -i)).ToArray();

        Assert.Equal(35.0 / 101, CocoEvaluator.Evaluate(Scenery.World(truth), found).Ap50, 1e-12);
    }

    // One flag a detection, best score first: it finds the next object or lies nowhere. Some objects are never found.
    private static Arbitrary<bool[]> Hits => Arb.From(ArbMap.Default.GeneratorFor<bool>().NonEmptyListOf().Select(list => list.ToArray()));

    // Prime to 100, so that no recall falls on a recall point, where rounding decides.
    private static int Objects(bool[] hits) =>
        Enumerable.Range(hits.Count(hit => hit) + (hits.Length / 3) + 1, 10).First(n => n % 2 != 0 && n % 5 != 0);

    private static double ByEvaluator(bool[] hits)
    {
        var truth = Enumerable.Range(0, Objects(hits))
            .Select(i => Scenery.Truth(i * 200, image: (i % 4) + 1)).ToArray();
        var next = 0;
        var detections = hits.Select((hit, i) => hit
            ? Scenery.Found(truth[next].X, -i, image: truth[next++].ImageId)
            : Scenery.Found(-500, -i, image: (i % 4) + 1)).ToArray();
        return CocoEvaluator.Evaluate(Scenery.World(truth), detections).Ap50;
    }

    private static double ByDefinition(bool[] hits)
    {
        var sum = 0.0;
        for (var point = 0; point <= 100; point++)
        {
            var best = 0.0;
            for (var n = 1; n <= hits.Length; n++)
            {
                var found = hits.Take(n).Count(hit => hit);
                // found / objects >= point / 100, in whole numbers.
                best = found * 100 >= point * Objects(hits) ? Math.Max(best, (double)found / n) : best;
            }

            sum += best;
        }

        return sum / 101;
    }
}
