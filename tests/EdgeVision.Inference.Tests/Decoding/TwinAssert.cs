using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>A decoder against its twin: the same candidates in the same order.</summary>
internal static class TwinAssert
{
    public static void Same(IEnumerable<TwinCandidate> twin, IDecoder decoder, ArrayOutputs outputs, float minScore)
    {
        var found = new CandidateList(decoder.MaxCandidates);
        decoder.Decode(outputs, minScore, found);
        var expected = twin.Where(candidate => candidate.IsSound && candidate.Score >= minScore).ToList();

        // A score within rounding of the threshold may fall either way; none does with these seeds.
        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].ClassId, found.Classes[i]);
            Assert.Equal(expected[i].Score, found.Scores[i], 1e-5);
            Near(expected[i].Left, found.Boxes[i].X, expected[i]);
            Near(expected[i].Top, found.Boxes[i].Y, expected[i]);
            Near(expected[i].Right, found.Boxes[i].Right, expected[i]);
            Near(expected[i].Bottom, found.Boxes[i].Bottom, expected[i]);
        }
    }

    private static void Near(double expected, float actual, TwinCandidate box)
    {
        var size = Math.Max(box.Right - box.Left, box.Bottom - box.Top) + Math.Abs(expected);
        Assert.True(Math.Abs(expected - actual) <= 1e-5 * (size + 10), $"{expected} became {actual} in {box}");
    }
}
