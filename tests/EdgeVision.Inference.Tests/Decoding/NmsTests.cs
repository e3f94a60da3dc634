using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Inference.Decoding;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Decoding;

public class NmsTests
{
    private static readonly PictureSize Input = new(256, 256);
    private static readonly ImageTransform Identity = ImageTransform.Stretch(Input, Box.Full, Input);

    // Whole pixels and eighths of a score: exact in floats, with many ties and many equal boxes.
    private static readonly Gen<TwinCandidate> AnyCandidate =
        from x in Gen.Choose(0, 20)
        from y in Gen.Choose(0, 20)
        from width in Gen.Choose(1, 12)
        from height in Gen.Choose(1, 12)
        from classId in Gen.Choose(0, 2)
        from score in Gen.Choose(1, 8)
        select new TwinCandidate(8 * x, 8 * y, 8 * (x + width), 8 * (y + height), classId, score / 8.0);

    [Fact]
    public void It_keeps_what_the_textbook_keeps_in_the_same_order()
    {
        // An odd count of 1024ths is exact in a float, and no overlap of two such boxes (a ratio below 288ths) equals it.
        var cases = from candidates in Gen.ListOf(AnyCandidate)
                    from overlap in Gen.Choose(0, 511)
                    select (candidates.ToList(), ((2 * overlap) + 1) / 1024f);
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var (candidates, overlap) = pair;
            var expected = NaiveNms.Select(candidates, overlap).Select(i => candidates[i]).ToList();
            var found = Select(candidates, overlap, new DetectionSet(1000));
            Assert.Equal(expected.Count, found.Count);
            for (var i = 0; i < found.Count; i++)
            {
                var detection = found.Items[i];
                Assert.Equal(expected[i].ClassId, detection.ClassId);
                Assert.Equal(expected[i].Score, detection.Score);
                Assert.Equal(expected[i].Left / Input.Width, detection.Box.X, 1e-6);
                Assert.Equal(Math.Min(1, expected[i].Bottom / Input.Height), detection.Box.Bottom, 1e-6);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_box_in_the_padding_is_left_out_and_the_rest_is_mapped_back()
    {
        var picture = new PictureSize(512, 256);
        var letterbox = ImageTransform.Letterbox(picture, Box.Full, Input);
        var found = Select([new(0, 200, 100, 250, 0, 0.9), new(64, 32, 128, 96, 0, 0.8)], 0.5f, new DetectionSet(10), letterbox);
        var only = Assert.Single(found.Items.ToArray());
        Assert.Equal(new Box(0.25f, 0.25f, 0.25f, 0.5f), only.Box);
    }

    [Fact]
    public void A_full_set_ends_it_with_the_best_kept_and_the_overflow_said()
    {
        var candidates = Enumerable.Range(0, 20).Select(i => new TwinCandidate(8 * i, 0, (8 * i) + 8, 8, 0, (i + 1) / 20.0)).ToList();
        var found = Select(candidates, 0.5f, new DetectionSet(5));
        Assert.Equal([1f, 0.95f, 0.9f, 0.85f, 0.8f], found.Items.ToArray().Select(detection => detection.Score));
        Assert.True(found.Overflow > 0);
    }

    private static DetectionSet Select(List<TwinCandidate> candidates, float overlap, DetectionSet into, ImageTransform? transform = null)
    {
        var list = new CandidateList(Math.Max(1, candidates.Count));
        foreach (var candidate in candidates)
        {
            list.Add(
                Box.FromCorners((float)candidate.Left, (float)candidate.Top, (float)candidate.Right, (float)candidate.Bottom),
                candidate.ClassId, (float)candidate.Score);
        }

        new Nms(list.Capacity, 3).Select(list, overlap, transform ?? Identity, into);
        return into;
    }
}
