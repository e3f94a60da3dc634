using EdgeVision.Inference.Onnx;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

public sealed class FoldingTests
{
    [SkippableTheory]
    [InlineData(7, 1, true)]
    [InlineData(11, 2, false)]
    [InlineData(15, 4, true)]
    public void Batch_normalisation_goes_into_the_convolution(long opset, int groups, bool bias)
    {
        var hand = new HandModel(opset, ("x", [1, 4, 7, 6]));
        string[] inputs = bias ? ["x", hand.Noise(8, 4 / groups, 3, 3), hand.Noise(8)] : ["x", hand.Noise(8, 4 / groups, 3, 3)];
        var conv = hand.Add("Conv", inputs, ("group", groups), ("pads", new long[] { 1, 1, 1, 1 }));
        var prepared = Prepared.Checked(hand.Output(hand.Add("Relu", [Normalise(hand, conv, 8)])));
        Assert.Equal(["Conv", "Relu"], Prepared.Operators(prepared));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void Batch_normalisation_goes_into_the_transposed_convolution(int groups)
    {
        var hand = new HandModel(11, ("x", [1, 4, 5, 6]));
        var conv = hand.Add("ConvTranspose", ["x", hand.Noise(4, 3, 2, 2)], ("group", groups), ("strides", new long[] { 2, 2 }));
        Assert.Equal(["ConvTranspose"], Prepared.Operators(Prepared.Checked(hand.Output(Normalise(hand, conv, 3 * groups)))));
    }

    [SkippableTheory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(1, false)]
    public void Batch_normalisation_goes_into_the_dense_layer(int transposed, bool bias)
    {
        var hand = new HandModel(11, ("x", [2, 5]));
        var weights = transposed != 0 ? hand.Noise(3, 5) : hand.Noise(5, 3);
        string[] inputs = bias ? ["x", weights, hand.Noise(1, 3)] : ["x", weights];
        var dense = hand.Add("Gemm", inputs, ("transB", transposed), ("alpha", .7f), ("beta", 1.3f));
        Assert.Equal(["Gemm"], Prepared.Operators(Prepared.Checked(hand.Output(Normalise(hand, dense, 3)))));
    }

    [SkippableFact]
    public void Constants_per_channel_go_into_the_convolution()
    {
        var hand = new HandModel(11, ("x", [1, 3, 6, 6]));
        var value = hand.Add("Conv", ["x", hand.Noise(4, 3, 3, 3)]);
        value = hand.Add("Mul", [value, hand.Noise(1, 4, 1, 1)]);
        value = hand.Add("Add", [hand.Noise(4, 1, 1), value]);
        value = hand.Add("Sub", [value, hand.Constant([], .5f)]);
        value = hand.Add("Sub", [hand.Constant([1], .25f), value]);
        value = hand.Add("Div", [value, hand.Constant([4, 1, 1], 2, -3, .5f, 1)]);
        Assert.Equal(["Conv"], Prepared.Operators(Prepared.Checked(hand.Output(value))));
    }

    [SkippableFact]
    public void Constants_that_differ_between_pixels_stay()
    {
        var hand = new HandModel(11, ("x", [1, 3, 4, 4]));
        var value = hand.Add("Conv", ["x", hand.Noise(4, 3, 1, 1)]);
        Assert.Equal(["Conv", "Add"], Prepared.Operators(Prepared.Checked(hand.Output(hand.Add("Add", [value, hand.Noise(4)])))));
    }

    [SkippableFact]
    public void A_convolution_read_by_others_keeps_its_weights()
    {
        var hand = new HandModel(11, ("x", [1, 3, 6, 6]));
        var weights = hand.Noise(4, 3, 3, 3);
        var shared = hand.Add("Conv", ["x", weights]);
        var own = hand.Add("Conv", ["x", weights]);
        var prepared = Prepared.Checked(hand.Output(Normalise(hand, shared, 4), hand.Add("Relu", [shared]), Normalise(hand, own, 4)));
        Assert.Equal(["Conv", "Conv", "Mul", "Add", "Relu"], Prepared.Operators(prepared));
    }

    [SkippableFact]
    public void A_batch_normalisation_without_a_layer_is_a_product_and_a_sum()
    {
        var hand = new HandModel(14, ("x", [1, 3, 6, 6]));
        Assert.Equal(["Mul", "Add"], Prepared.Operators(Prepared.Checked(hand.Output(Normalise(hand, "x", 3)))));
    }

    [SkippableFact]
    public void What_follows_from_constants_and_sizes_is_computed()
    {
        var hand = new HandModel(11, ("x", [1, 4, "height", "width"]));
        var size = hand.Add("Shape", ["x"]);
        var height = hand.Add("Gather", [size, hand.Integers([], 2)]);
        var doubled = hand.Add("Mul", [height, hand.Integers([], 2)]);
        var list = hand.Add("Unsqueeze", [doubled], ("axes", new long[] { 0 }));
        var shape = hand.Add("Concat", [hand.List(1, -1), list], ("axis", 0));
        var rows = hand.Add("Reshape", ["x", shape]);
        var again = hand.Add("Shape", [rows]);
        var filled = hand.Add("ConstantOfShape", [again], ("value", HandModel.Tensor(OnnxDataType.Float32, [1], BitConverter.GetBytes(2f))));
        var shapes = new Dictionary<string, long[]> { ["x"] = [1, 4, 6, 8] };
        var prepared = Prepared.Checked(hand.Output(hand.Add("Add", [rows, filled])), shapes);
        Assert.Equal(["Reshape", "Add"], Prepared.Operators(prepared));
        Assert.Equal([1L, 16, 12], prepared.Facts[rows].Shape);
    }

    [SkippableFact]
    public void A_constant_that_would_be_too_large_stays_computed()
    {
        var hand = new HandModel(11, ("x", [1]));
        var large = hand.Add("ConstantOfShape", [hand.List(1 << 12, 1 << 12)]);
        var prepared = Prepared.Checked(hand.Output(hand.Add("Add", ["x", hand.Add("ReduceMax", [large], ("keepdims", 0))])));
        Assert.Contains("ConstantOfShape", Prepared.Operators(prepared));
        Assert.True(OnnxWriter.Write(prepared.Graph.Model).Length < 4096);
    }

    [SkippableFact]
    public void A_size_that_depends_on_the_picture_is_refused_by_name()
    {
        var hand = new HandModel(11, ("x", [1, 8]));
        hand.Node("NonZero", ["x"], ["places"]).Name = "found";
        Assert.Equal("NonZero 'found'", Prepared.Refused(hand.Output("places")).Node);
    }

    [SkippableFact]
    public void Every_part_of_a_shape_is_what_the_library_says()
    {
        var hand = new HandModel(15, ("x", [2, 3, 4, 5]));
        Prepared.Checked(hand.Output(
            hand.Add("Shape", ["x"], ("start", 1)), hand.Add("Shape", ["x"], ("end", -1)), hand.Add("Shape", ["x"], ("start", -2), ("end", 9)),
            hand.Add("Shape", ["x"], ("start", 3), ("end", 1)), hand.Add("Size", ["x"])));
    }

    private static string Normalise(HandModel hand, string value, int channels) => hand.Add(
        "BatchNormalization", [value, hand.Noise(channels), hand.Noise(channels), hand.Noise(channels), hand.Positive(channels)], ("epsilon", 1e-3f));
}
