using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Inference.Decoding;

namespace EdgeVision.Inference.Tests.Decoding;

/// <summary>Small outputs whose boxes were worked out on paper.</summary>
public class HandComputedTests
{
    private static readonly PictureSize Input = new(64, 32);

    [Theory]
    [InlineData(GridPoint.Corner, 32, 16)]
    [InlineData(GridPoint.Center, 40, 24)]
    [InlineData(GridPoint.PixelCenter, 39.5, 23.5)]
    public void A_distribution_box_reaches_its_mean_distances_from_its_point(GridPoint point, float x, float y)
    {
        // 4 x 2 points; this is the one of column 2 and row 1.
        var decoder = new DistributionGridOptions { Strides = [16], RegMax = 3, Output = "output", Point = point }.Create(Input, 1);
        var rows = new float[8 * 17];
        var row = rows.AsSpan(6 * 17, 17);
        row[0] = 0.9f;

        // Left: all bins equal, mean 1.5. Top: bin 0 alone. Right: bins 1 and 3 equal, mean 2. Bottom: 3 alone, however great.
        ReadOnlySpan<float> logits = [5, 5, 5, 5, 0, -900, -900, -900, -900, 7, -900, 7, -900, -900, -900, 3e38f];
        logits.CopyTo(row[1..]);
        var only = Only(decoder, rows);
        Near(new Box(x - 24, y, 24 + 32, 48), only.Box);
    }

    [Fact]
    public void A_YOLOv5_row_scores_object_times_class()
    {
        var decoder = new DecodedRowsOptions { Rows = 3, Output = "output" }.Create(Input, 2);
        var only = Only(decoder, [
            1, 2, 3, 4, 0.4f, 1, 1,
            32, 16, 20, 8, 0.75f, 0.5f, 0.8f,
            32, 16, 20, 8, 0.9f, 0.2f, 0.3f]);
        Near(new Box(22, 12, 20, 8), only.Box);
        Assert.Equal((1, 0.6f), (only.ClassId, only.Score));
    }

    [Fact]
    public void A_YOLOv8_column_runs_from_top_to_bottom()
    {
        var decoder = new DecodedColumnsOptions { Columns = 3, Output = "output" }.Create(Input, 2);
        var only = Only(decoder, [
            1, 32, 5,
            2, 16, 5,
            3, 20, 5,
            4, 8, 5,
            0.1f, 0.2f, 0.3f,
            0.4f, 0.6f, 0.3f]);
        Near(new Box(22, 12, 20, 8), only.Box);
        Assert.Equal((1, 0.6f), (only.ClassId, only.Score));
    }

    [Fact]
    public void An_end_to_end_row_is_taken_as_it_is()
    {
        var only = Only(new EndToEndOptions { Rows = 2, Output = "output" }.Create(Input, 2), [4, 8, 20, 30, 0.7f, 1, 0, 0, 0, 0, 0, 0]);
        Near(new Box(4, 8, 16, 22), only.Box);
        Assert.Equal((1, 0.7f), (only.ClassId, only.Score));
    }

    [Fact]
    public void End_to_end_tensors_begin_at_the_top_and_class_1()
    {
        var decoder = new EndToEndTensorsOptions { Rows = 2, CountOutput = "num_detections" }.Create(Input, 3);
        var only = Only(decoder, [0.25f, 0.5f, 0.75f, 1, 0, 0, 1, 1], [3, 1], [0.8f, 0.8f], [1]);
        Near(new Box(32, 8, 32, 16), only.Box);
        Assert.Equal((2, 0.8f), (only.ClassId, only.Score));
    }

    [Fact]
    public void A_set_prediction_keeps_the_best_and_one_query_may_give_two()
    {
        var decoder = new SetPredictionOptions { Queries = 2, LogitsOutput = "logits", BoxesOutput = "boxes", Top = 2 }.Create(Input, 2);
        var found = Decode(decoder, [2, 3, 1, -9], [0.5f, 0.5f, 0.25f, 0.5f, 0.1f, 0.1f, 0.1f, 0.1f]);
        Assert.Equal([1, 0], found.Classes.ToArray());
        Assert.Equal(0.95257413f, found.Scores[0], 1e-6);
        Assert.Equal(0.88079708f, found.Scores[1], 1e-6);
        Near(new Box(24, 8, 16, 16), found.Boxes[0]);
        Near(new Box(24, 8, 16, 16), found.Boxes[1]);
    }

    [Fact]
    public void No_object_takes_its_share_of_the_softmax()
    {
        var decoder = new SetPredictionOptions
        {
            Queries = 2, LogitsOutput = "logits", BoxesOutput = "boxes", Score = SetScore.Softmax,
        }.Create(Input, 2);

        // Shares 6 : 3 : 1 of the first query; "no object" has most of the second.
        var only = Only(
            decoder, [MathF.Log(6), MathF.Log(3), 0, 0, 0, 5], [0.5f, 0.5f, 0.25f, 0.5f, 0.5f, 0.5f, 0.25f, 0.5f]);
        Assert.Equal(0, only.ClassId);
        Assert.Equal(0.6f, only.Score, 1e-6);
    }

    private static (Box Box, int ClassId, float Score) Only(IDecoder decoder, params float[][] tensors)
    {
        var found = Decode(decoder, tensors);
        Assert.Equal(1, found.Count);
        return (found.Boxes[0], found.Classes[0], found.Scores[0]);
    }

    private static CandidateList Decode(IDecoder decoder, params float[][] tensors)
    {
        var found = new CandidateList(decoder.MaxCandidates);
        decoder.Decode(new ArrayOutputs(tensors), 0.5f, found);
        return found;
    }

    private static void Near(Box expected, Box actual)
    {
        Assert.Equal(expected.X, actual.X, 1e-4);
        Assert.Equal(expected.Y, actual.Y, 1e-4);
        Assert.Equal(expected.Width, actual.Width, 1e-4);
        Assert.Equal(expected.Height, actual.Height, 1e-4);
    }
}
