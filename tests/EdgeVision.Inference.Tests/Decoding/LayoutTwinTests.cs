using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>The layouts of users' exports give what their formulas give, on rubbish too.</summary>
public class LayoutTwinTests
{
    // 64 does not divide it, nor 32 its height: the last levels end in cut cells.
    private static readonly PictureSize Cut = new(96, 80);
    private static readonly PictureSize Input = new(96, 64);
    private static readonly int[] Strides = [8, 16, 32, 64];

    public static TheoryData<int, float, int> Cases() => DecoderTwinTests.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void DistributionGrid_follows_its_formula_from_one_output(int seed, float minScore, int classes)
    {
        var options = new DistributionGridOptions { Strides = Strides, Output = "output", RegMax = 7 + (seed % 2), Point = (GridPoint)(seed % 3) };
        var decoder = options.Create(Cut, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        var rows = outputs[0].Chunk(classes + (4 * (options.RegMax + 1))).ToArray();
        TwinAssert.Same(DistributionTwin.Decode(rows, 96, 80, Strides, classes, options.Point), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DistributionGrid_follows_its_formula_from_two_outputs_per_stride(int seed, float minScore, int classes)
    {
        string[] names = ["8", "16", "32", "64"];
        var options = new DistributionGridOptions { Strides = Strides, ClassOutputs = names, DistanceOutputs = names, Point = (GridPoint)(seed % 3) };
        var decoder = options.Create(Cut, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        var rows = Enumerable.Range(0, 4).SelectMany(level =>
            outputs[2 * level].Chunk(classes).Zip(outputs[(2 * level) + 1].Chunk(32), (scores, logits) => scores.Concat(logits).ToArray()));
        TwinAssert.Same(DistributionTwin.Decode([.. rows], 96, 80, Strides, classes, options.Point), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DecodedRows_follows_its_formula(int seed, float minScore, int classes)
    {
        var (objectness, normalized) = (seed % 3 > 0, seed % 4 > 1);
        var options = new DecodedRowsOptions { Rows = 250, Output = "output", Objectness = objectness, Normalized = normalized };
        var decoder = options.Create(Input, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        var (scaleX, scaleY) = normalized ? (96, 64) : (1, 1);
        TwinAssert.Same(DecodedTwins.Rows(outputs[0], classes, objectness, scaleX, scaleY), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DecodedColumns_follows_its_formula(int seed, float minScore, int classes)
    {
        // 251 columns leave a rest for whatever width the vectors have.
        var options = new DecodedColumnsOptions { Columns = 251, Output = "output", Normalized = seed % 4 > 1 };
        var decoder = options.Create(Input, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        var (scaleX, scaleY) = options.Normalized ? (96, 64) : (1, 1);
        TwinAssert.Same(DecodedTwins.Columns(outputs[0], classes, scaleX, scaleY), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EndToEnd_takes_rows_of_known_classes(int seed, float minScore, int classes)
    {
        var decoder = new EndToEndOptions { Output = "output" }.Create(Input, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        var random = new Random(seed);
        for (var at = 5; at < outputs[0].Length; at += 6)
        {
            outputs[0][at] = ClassNumber(random, classes);
        }

        TwinAssert.Same(DecodedTwins.EndToEnd(outputs[0], classes), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EndToEndTensors_takes_the_rows_in_use_of_known_classes(int seed, float minScore, int classes)
    {
        var options = new EndToEndTensorsOptions { FirstClass = seed % 2, CountOutput = "num_detections" };
        var decoder = options.Create(Input, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        var random = new Random(seed);
        for (var row = 0; row < outputs[1].Length; row++)
        {
            outputs[1][row] = ClassNumber(random, classes);
        }

        outputs[3][0] = new[] { 0, 1, 57, 100, 101, 1e20f, -3, float.NaN }[seed];
        TwinAssert.Same(DecodedTwins.Tensors(outputs, 96, 64, classes, options.FirstClass), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SetPrediction_takes_the_best_of_all_queries_and_classes(int seed, float minScore, int classes)
    {
        var options = new SetPredictionOptions { Queries = 200, LogitsOutput = "logits", BoxesOutput = "boxes", Top = seed % 2 == 0 ? 90 : 300 };
        var decoder = options.Create(Input, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, ArrayOutputs.Nasty);
        TwinAssert.Same(SetTwin.Sigmoid(outputs[0], outputs[1], 96, 64, classes, options.Top), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SetPrediction_with_no_object_takes_each_query_once(int seed, float minScore, int classes)
    {
        var options = new SetPredictionOptions
        {
            Queries = 200, LogitsOutput = "logits", BoxesOutput = "boxes", Score = SetScore.Softmax, Top = seed % 2 == 0 ? 40 : 300,
        };
        var decoder = options.Create(Input, classes);
        var outputs = ArrayOutputs.Random(decoder, seed, random => 3 * ArrayOutputs.Nasty(random));
        TwinAssert.Same(SetTwin.Softmax(outputs[0], outputs[1], 96, 64, classes, options.Top), decoder, outputs, minScore);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Classification_takes_the_best_classes_of_the_whole_picture(int seed, float minScore, int classes)
    {
        foreach (var score in Enum.GetValues<ClassScore>())
        {
            var decoder = new ClassificationOptions { Output = "output", Score = score, Top = 1 + (seed % 7) }.Create(Input, classes);
            var outputs = ArrayOutputs.Random(decoder, seed, seed % 4 < 2 ? random => (random.NextSingle() * 8) - 4 : ArrayOutputs.Nasty);
            TwinAssert.Same(DecodedTwins.Classes(outputs[0], score, 1 + (seed % 7), 96, 64), decoder, outputs, minScore);
        }
    }

    /// <summary>Mostly a class or a neighbour of one, at times what is none, and not always whole.</summary>
    private static float ClassNumber(Random random, int classes) => random.Next(12) switch
    {
        0 => float.NaN,
        1 => float.PositiveInfinity,
        2 => -1e30f,
        3 => 1e10f,
        4 => random.Next(classes) + 0.01f,
        5 => random.Next(classes) - 0.01f,
        _ => random.Next(-1, classes + 2),
    };
}
