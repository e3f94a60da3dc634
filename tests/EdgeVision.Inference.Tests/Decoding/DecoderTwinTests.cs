using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>Every decoder gives what its formula gives, on rubbish too.</summary>
public class DecoderTwinTests
{
    private static readonly int[] Strides = [8, 16, 32];

    public static TheoryData<int, float, int> Cases()
    {
        var cases = new TheoryData<int, float, int>();
        for (var seed = 0; seed < 8; seed++)
        {
            foreach (var minScore in new[] { 0.01f, 0.25f, 0.7f })
            {
                cases.Add(seed, minScore, seed % 2 == 0 ? 1 : 19);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnchorFreeGrid_follows_its_formula(int seed, float minScore, int classes)
    {
        var decoder = new AnchorFreeGrid(new PictureSize(96, 64), Strides, classes, "output");
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        TwinAssert.Same(NaiveTwins.AnchorFreeGrid(outputs[0], 96, 64, Strides, classes), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CellGrid_follows_its_formula(int seed, float minScore, int classes)
    {
        var decoder = new CellGrid(new PictureSize(192, 128), 16, classes, "output");
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        TwinAssert.Same(NaiveTwins.CellGrid(outputs[0], 192, 128, 16, classes), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnchorFreeLevels_follows_its_formula(int seed, float minScore, int classes)
    {
        string[] names = ["8", "16", "32"];
        var decoder = new AnchorFreeLevels(new PictureSize(96, 64), Strides, classes, names, names, names);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        TwinAssert.Same(NaiveTwins.AnchorFreeLevels(outputs, 96, 64, Strides, classes), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DecodedCorners_follows_its_formula(int seed, float minScore, int classes)
    {
        var background = seed % 3 > 0;
        var decoder = new DecodedCorners(new PictureSize(320, 240), 200, classes, "scores", "boxes", background);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        TwinAssert.Same(NaiveTwins.DecodedCorners(outputs[0], outputs[1], 320, 240, classes, background), decoder, outputs, minScore);
    }
}
