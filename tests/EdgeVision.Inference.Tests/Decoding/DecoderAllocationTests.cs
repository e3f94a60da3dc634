using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

public class DecoderAllocationTests
{
    public static TheoryData<DecoderOptions> Layouts() =>
    [
        new DistributionGridOptions { Output = "output" },
        new DecodedRowsOptions { Rows = 300, Output = "output" },
        new DecodedColumnsOptions { Columns = 300, Output = "output" },
        new EndToEndOptions { Output = "output" },
        new EndToEndTensorsOptions(),
        new SetPredictionOptions { LogitsOutput = "logits", BoxesOutput = "boxes" },
        new SetPredictionOptions { LogitsOutput = "logits", BoxesOutput = "boxes", Score = SetScore.Softmax },
        new ClassificationOptions { Output = "output", Score = ClassScore.Sigmoid },
    ];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Decoding_allocates_nothing_and_says_how_much_there_can_be(DecoderOptions options)
    {
        var decoder = options.Create(new PictureSize(320, 320), 20);
        var found = new CandidateList(decoder.MaxCandidates);

        // Every row passes, so that a list made too short would throw.
        var all = ArrayOutputs.Random(decoder, 1, random => 0.5f + (random.NextSingle() / 2));
        decoder.Decode(all, 0.001f, found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var frame = 0; frame < 10; frame++)
        {
            found.Clear();
            decoder.Decode(all, 0.001f, found);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found.Count > 0);
    }
}
