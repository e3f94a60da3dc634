namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

/// <summary>Each operator whose form changed computes the same at opset 13 as ONNX Runtime computes at the old one.</summary>
public sealed class OpsetUpgradeTests
{
    [SkippableTheory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void Axes_and_sizes_become_inputs(long opset)
    {
        var hand = new HandModel(opset, ("x", [2, 1, 6, 5]));
        var squeezed = hand.Add("Squeeze", ["x"], ("axes", new long[] { 1 }));
        var back = hand.Add("Unsqueeze", [squeezed], ("axes", new long[] { 0, 2 }));
        hand.Node("Split", [back], ["left", "right"], ("axis", 3), ("split", new long[] { 2, 4 }));
        hand.Node("Split", ["x"], ["upper", "lower"], ("axis", 2));
        var sum = hand.Add("ReduceSum", ["x"], ("axes", new long[] { 2, 3 }), ("keepdims", 0));
        var all = hand.Add("ReduceSum", ["x"]);
        var mean = hand.Add("ReduceMean", ["x"], ("axes", new long[] { 2, 3 }));
        var bare = hand.Add("Squeeze", ["x"]);
        var prepared = Prepared.Checked(hand.Output("left", "right", "upper", "lower", sum, all, mean, bare));
        Assert.Equal(13, prepared.Graph.Model.Opsets.Single().Version);
    }

    [SkippableTheory]
    [InlineData("Softmax", 7, 1)]
    [InlineData("Softmax", 11, 2)]
    [InlineData("Softmax", 11, 3)]
    [InlineData("Softmax", 11, -1)]
    [InlineData("Softmax", 12, -2)]
    [InlineData("LogSoftmax", 9, 1)]
    [InlineData("LogSoftmax", 11, 0)]
    [InlineData("Hardmax", 11, 2)]
    public void Flattening_operators_keep_their_meaning(string operation, long opset, int axis)
    {
        var hand = new HandModel(opset, ("x", [2, 3, 4, 5]));
        Prepared.Checked(hand.Output(hand.Add(operation, ["x"], ("axis", axis))));
    }

    [SkippableFact]
    public void A_softmax_needs_no_flattening_where_sizes_of_one_follow()
    {
        var hand = new HandModel(11, ("x", [2, 7, 1, 1]));
        Assert.Equal(["Softmax"], Prepared.Operators(Prepared.Checked(hand.Output(hand.Add("Softmax", ["x"])))));
    }

    [SkippableFact]
    public void Limits_of_Clip_become_inputs()
    {
        var hand = new HandModel(9, ("x", [1, 3, 4, 4]));
        Prepared.Checked(hand.Output(
            hand.Add("Clip", ["x"], ("min", -.5f), ("max", .25f)), hand.Add("Clip", ["x"], ("max", .1f)),
            hand.Add("Clip", ["x"], ("min", 0f)), hand.Add("Clip", ["x"])));
    }

    [SkippableTheory]
    [InlineData("constant")]
    [InlineData("reflect")]
    [InlineData("edge")]
    public void Pads_become_inputs(string mode)
    {
        var hand = new HandModel(10, ("x", [1, 2, 5, 6]));
        Prepared.Checked(hand.Output(hand.Add("Pad", ["x"], ("mode", mode), ("pads", new long[] { 0, 0, 1, 2, 0, 0, 3, 1 }), ("value", 2.5f))));
    }

    [SkippableFact]
    public void Slices_and_the_greatest_become_inputs()
    {
        var hand = new HandModel(9, ("x", [1, 4, 9, 8]));
        hand.Node("TopK", ["x"], ["values", "places"], ("k", 3), ("axis", 2));
        Prepared.Checked(hand.Output(
            hand.Add("Slice", ["x"], ("starts", new long[] { 1, -5 }), ("ends", new long[] { 3, 1000 }), ("axes", new long[] { 1, 3 })),
            hand.Add("Slice", ["x"], ("starts", new long[] { 0, 1 }), ("ends", new long[] { 1, 2 })), "values", "places"));
    }

    [SkippableTheory]
    [InlineData("nearest", 2f, 3f)]
    [InlineData("nearest", 1.5f, 2.25f)]
    [InlineData("linear", 2f, 2f)]
    [InlineData("linear", 1.5f, 2.25f)]
    public void Upsample_becomes_Resize(string mode, float high, float wide)
    {
        var seven = new HandModel(7, ("x", [1, 2, 6, 5]));
        Prepared.Checked(seven.Output(seven.Add("Upsample", ["x"], ("mode", mode), ("scales", new[] { 1, 1, high, wide }))));
        var nine = new HandModel(9, ("x", [1, 2, 6, 5]));
        Prepared.Checked(nine.Output(nine.Add("Upsample", ["x", nine.Constant([4], 1, 1, high, wide)], ("mode", mode))));
    }

    [SkippableTheory]
    [InlineData("nearest", 2f, 1.5f)]
    [InlineData("nearest", .5f, .4f)]
    [InlineData("linear", 2f, 1.5f)]
    [InlineData("linear", .5f, .7f)]
    public void Resize_of_opset_10_keeps_its_coordinates(string mode, float high, float wide)
    {
        var hand = new HandModel(10, ("x", [1, 2, 7, 9]));
        Prepared.Checked(hand.Output(hand.Add("Resize", ["x", hand.Constant([4], 1, 1, high, wide)], ("mode", mode))));
    }

    [SkippableFact]
    public void Resize_of_opset_11_loses_its_empty_inputs()
    {
        var hand = new HandModel(11, ("x", [1, 2, 6, 5]));
        var none = hand.Constant([0]);
        Prepared.Checked(hand.Output(
            hand.Add("Resize", ["x", none, none, hand.List(1, 2, 9, 11)], ("mode", "linear"), ("coordinate_transformation_mode", "align_corners")),
            hand.Add("Resize", ["x", none, hand.Constant([4], 1, 1, 2, 2)], ("mode", "nearest"))));
    }

    [SkippableFact]
    public void What_is_not_known_to_stay_the_same_is_refused_by_name()
    {
        var hand = new HandModel(11, ("x", [1, 2, 6, 5]));
        hand.Node("Resize", ["x", hand.Constant([0]), hand.Constant([4], 1, 1, 2, 2)], ["y"], ("coordinate_transformation_mode", "tf_half_pixel_for_nn")).Name = "up";
        Assert.Equal("Resize 'up'", Prepared.Refused(hand.Output("y")).Node);

        var mixed = new HandModel(10, ("x", [1, 2, 6, 8]));
        mixed.Node("Resize", ["x", mixed.Constant([4], 1, 1, 2, .5f)], ["y"]).Name = "odd";
        Assert.Equal("Resize 'odd'", Prepared.Refused(mixed.Output("y")).Node);
    }

    [SkippableFact]
    public void A_later_opset_stays()
    {
        var hand = new HandModel(17, ("x", [1, 4, 6, 6]));
        var prepared = Prepared.Checked(hand.Output(hand.Add("LayerNormalization", ["x", hand.Noise(6), hand.Noise(6)])));
        Assert.Equal(17, prepared.Graph.Model.Opsets.Single().Version);
    }

    [SkippableFact]
    public void Statistics_for_each_pixel_and_sided_padding_are_refused()
    {
        var hand = new HandModel(8, ("x", [1, 2, 3, 3]));
        hand.Add("BatchNormalization", ["x", hand.Noise(2, 3, 3), hand.Noise(2, 3, 3), hand.Noise(2, 3, 3), hand.Noise(2, 3, 3)], ("spatial", 0));
        Assert.Equal("BatchNormalization 'BatchNormalization_v4'", Prepared.Refused(hand.Output("v4")).Node);

        var transposed = new HandModel(10, ("x", [1, 2, 3, 3]));
        var up = transposed.Add("ConvTranspose", ["x", transposed.Noise(2, 2, 3, 3)], ("auto_pad", "SAME_UPPER"), ("strides", new long[] { 2, 2 }));
        Assert.Contains("automatic padding", Prepared.Refused(transposed.Output(up)).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_opset_before_7_is_refused()
    {
        var hand = new HandModel(6, ("x", [1, 2]));
        Assert.Contains("opset 6", Prepared.Refused(hand.Output(hand.Add("Relu", ["x"]))).Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void Operators_said_to_be_unchanged_are(long opset)
    {
        var hand = new HandModel(opset, ("x", [1, 4, 9, 7]));
        string[] plain =
        [
            "Relu", "Sigmoid", "Elu", "LeakyRelu", "Selu", "HardSigmoid", "Softplus", "Softsign", "Tanh", "Exp", "Abs", "Floor", "Ceil", "Neg",
            "Reciprocal", "Sin", "Flatten", "Transpose", "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool", "LpNormalization",
            "ReduceMean", "ReduceMax", "ReduceMin", "ReduceL1", "ReduceL2", "ReduceProd", "ReduceSumSquare", "ReduceLogSumExp", "ArgMax", "ArgMin",
        ];
        var values = plain.Select(operation => hand.Add(operation, ["x"])).ToList();
        values.AddRange(((string[])["Add", "Sub", "Mul", "Div", "Max", "Min", "Mean", "Sum"]).Select(operation => hand.Add(operation, ["x", values[0]])).ToList());
        foreach (var side in (string[])["SAME_UPPER", "SAME_LOWER", "VALID"])
        {
            values.Add(hand.Add("Conv", ["x", hand.Noise(3, 4, 3, 3)], ("auto_pad", side), ("strides", new long[] { 2, 2 }), ("dilations", new long[] { 1, 1 })));
            values.Add(hand.Add("MaxPool", ["x"], ("auto_pad", side), ("kernel_shape", new long[] { 2, 3 }), ("strides", new long[] { 2, 2 })));
            values.Add(hand.Add("AveragePool", ["x"], ("auto_pad", side), ("kernel_shape", new long[] { 3, 3 }), ("strides", new long[] { 2, 1 })));
        }

        values.Add(hand.Add("LRN", ["x"], ("size", 3)));
        values.Add(hand.Add("InstanceNormalization", ["x", hand.Noise(4), hand.Noise(4)]));
        values.Add(hand.Add("PRelu", ["x", hand.Noise(4, 1, 1)]));
        values.Add(hand.Add("DepthToSpace", ["x"], ("blocksize", 2)));
        values.Add(hand.Add("Tile", ["x", hand.List(1, 2, 1, 2)]));
        values.Add(hand.Add("Gather", ["x", hand.List(3, 0)], ("axis", 1)));
        values.Add(hand.Add("MatMul", ["x", hand.Noise(7, 5)]));
        values.Add(hand.Add("Reshape", ["x", hand.List(0, 2, -1)]));
        values.Add(hand.Add("Concat", ["x", values[0]], ("axis", 1)));
        values.Add(hand.Add("Pow", ["x", hand.Constant([], 2)]));
        values.Add(hand.Add("AveragePool", ["x"], ("kernel_shape", new long[] { 3, 3 }), ("pads", new long[] { 1, 1, 1, 1 }), ("count_include_pad", 1)));
        if (opset >= 10)
        {
            values.Add(hand.Add("MaxPool", ["x"], ("kernel_shape", new long[] { 2, 2 }), ("strides", new long[] { 2, 2 }), ("ceil_mode", 1)));
        }

        if (opset >= 9)
        {
            values.Add(hand.Add(opset < 11 ? "Scatter" : "ScatterElements", ["x", hand.Integers([1, 1, 1, 2], 2, 3), hand.Noise(1, 1, 1, 2)], ("axis", 1)));
        }

        Prepared.Checked(hand.Output([.. values]));
    }
}
