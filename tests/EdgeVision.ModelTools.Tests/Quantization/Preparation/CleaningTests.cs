using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

public sealed class CleaningTests
{
    private static readonly float[] OneAndFour = [1, 4];

    [SkippableFact]
    public void Constants_of_every_form_become_initializers()
    {
        var hand = new HandModel(13, ("x", [2]));
        var sum = hand.Add("Add", ["x", hand.Add("Constant", [], ("value", HandModel.Tensor(OnnxDataType.Float32, [], BitConverter.GetBytes(3f))))]);
        sum = hand.Add("Add", [sum, hand.Add("Constant", [], ("value_float", 2f))]);
        sum = hand.Add("Add", [sum, hand.Add("Constant", [], ("value_floats", OneAndFour))]);
        var tall = hand.Add("Unsqueeze", [sum, hand.Add("Constant", [], ("value_ints", new long[] { 0 }))]);
        var first = hand.Add("Gather", [tall, hand.Add("Constant", [], ("value_int", 0))]);
        Assert.Equal(["Add", "Add", "Add", "Unsqueeze", "Gather"], Prepared.Operators(Prepared.Checked(hand.Output(first))));
    }

    [SkippableFact]
    public void A_constant_that_is_an_output_stays_one()
    {
        var hand = new HandModel(13, ("x", [2]));
        Prepared.Checked(hand.Output(hand.Add("Relu", ["x"]), hand.Add("Constant", [], ("value_floats", OneAndFour))));
    }

    [SkippableFact]
    public void Initializers_are_no_inputs()
    {
        var hand = new HandModel(7, ("x", [1, 3]));
        hand.Output(hand.Add("Add", ["x", hand.Noise(3)]));
        Assert.Equal(2, hand.Model.Graph.Inputs.Count);
        Assert.Equal(["x"], Prepared.Checked(hand).Graph.Model.Graph.Inputs.Select(static input => input.Name));
    }

    [SkippableFact]
    public void What_hands_on_or_is_not_read_is_gone_and_outputs_keep_their_names()
    {
        var hand = new HandModel(9, ("x", [1, 3, 4, 4]));
        var value = hand.Add("Dropout", [hand.Add("Identity", ["x"])], ("ratio", .5f));
        value = hand.Add("Pad", [hand.Add("Relu", [value])], ("pads", new long[8]));
        value = hand.Add("Cast", [hand.Add("Concat", [value], ("axis", 1))], ("to", 1));
        hand.Add("Sigmoid", ["x"]);
        var kept = hand.Add("Identity", [value]);
        var prepared = Prepared.Checked(hand.Output(kept, hand.Add("Neg", [value]), hand.Add("Identity", [value])));
        Assert.Equal(["Relu", "Neg", "Identity"], Prepared.Operators(prepared));
    }

    [SkippableFact]
    public void An_index_output_that_nobody_reads_is_gone()
    {
        var hand = new HandModel(12, ("x", [1, 3, 4, 4]));
        hand.Node("MaxPool", ["x"], ["y", "places"], ("kernel_shape", new long[] { 2, 2 }));
        Assert.Equal(["y"], Assert.Single(Prepared.Checked(hand.Output("y")).Graph.Nodes).Outputs);
    }

    [SkippableFact]
    public void Names_that_occur_twice_are_told_apart()
    {
        var hand = new HandModel(13, ("x", [1, 3]));
        hand.Node("Relu", ["x"], ["a"]).Name = "same";
        hand.Node("Neg", ["a"], ["b"]).Name = "same";
        hand.Node("Abs", ["b"], ["c"]);
        hand.Node("Sqrt", ["c"], ["d"]).Name = "Abs_c";

        // The library itself refuses doubles, so there is no run to compare with.
        var prepared = GraphPreparation.Prepare(Ort.Need(), hand.Output("d").Model, Prepared.NoShapes, default);
        Assert.Equal(["same", "same_1", "Abs_c_1", "Abs_c"], prepared.Graph.Nodes.Select(static node => node.Name));
    }

    [SkippableFact]
    public void Open_sizes_need_a_shape_that_fits()
    {
        var hand = new HandModel(13, ("x", ["batch", 3])).Output("y");
        hand.Node("Relu", ["x"], ["y"]);
        Assert.Contains("[batch, 3]", Prepared.Refused(hand).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be [1, 4]", Prepared.Refused(hand, new Dictionary<string, long[]> { ["x"] = [1, 4] }).Message, StringComparison.Ordinal);
        Assert.Contains("shape [0, 3]", Prepared.Refused(hand, new Dictionary<string, long[]> { ["x"] = [0, 3] }).Message, StringComparison.Ordinal);
        Assert.Contains("no input 'z'", Prepared.Refused(hand, new Dictionary<string, long[]> { ["x"] = [1, 3], ["z"] = [1] }).Message, StringComparison.Ordinal);
        Assert.Equal([5L, 3], Prepared.Checked(hand, new Dictionary<string, long[]> { ["x"] = [5, 3] }).Facts["y"].Shape);
    }

    [SkippableTheory]
    [InlineData("RandomNormalLike", "from run to run")]
    [InlineData("DynamicQuantizeLinear", "quantized already")]
    public void What_cannot_be_quantized_is_refused_by_name(string operation, string words)
    {
        var hand = new HandModel(13, ("x", [1, 3]));
        hand.Node(operation, ["x"], operation == "DynamicQuantizeLinear" ? ["y", "s", "z"] : ["y"]).Name = "there";
        var refused = Prepared.Refused(hand.Output("y"));
        Assert.Equal($"{operation} 'there'", refused.Node);
        Assert.Contains(words, refused.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Training_and_control_flow_are_refused()
    {
        var training = new HandModel(14, ("x", [2, 3]));
        training.Node(
            "BatchNormalization", ["x", training.Noise(3), training.Noise(3), training.Noise(3), training.Positive(3)], ["y", "m", "v"],
            ("training_mode", 1));
        Assert.Contains("training", Prepared.Refused(training.Output("y")).Reason, StringComparison.Ordinal);

        var inner = new HandModel(13).Output("inner");
        inner.Node("Identity", ["x"], ["inner"]);
        var flow = new HandModel(13, ("x", [2]));
        var yes = flow.Add("Greater", [flow.Add("ReduceMax", ["x"], ("keepdims", 0)), flow.Constant([], 0)]);
        flow.Node("If", [yes], ["y"], ("then_branch", inner.Model.Graph), ("else_branch", inner.Model.Graph));
        Assert.Equal("If 'y'", Prepared.Refused(flow.Output("y")).Node);
    }

    [SkippableFact]
    public void What_the_library_refuses_is_refused_in_its_words()
    {
        var hand = new HandModel(13, ("x", [2]));
        hand.Node("NoSuchOperator", ["x"], ["y"]);
        Assert.Contains("NoSuchOperator", Prepared.Refused(hand.Output("y")).Message, StringComparison.Ordinal);
    }
}
