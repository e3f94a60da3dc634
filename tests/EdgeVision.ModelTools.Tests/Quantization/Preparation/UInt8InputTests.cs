using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

/// <summary>On the same pixels, the model of bytes computes what the model of normalised floats does.</summary>
public sealed class UInt8InputTests
{
    [SkippableTheory]
    [InlineData("yolox-nano-416.onnx", "images", 0, 1)]
    [InlineData("fastestdet-352.onnx", "input.1", 0, 255)]
    [InlineData("ultraface-rfb-320.onnx", "input", 127, 128)]
    public void A_real_model_needs_no_arithmetic_on_pixels(string file, string input, float mean, float std)
    {
        var prepared = Prepared.Checked(OnnxReader.ReadFile(TestAssets.Need("models", file)));
        var bytes = Checked(prepared, input, TensorLayout.Nchw, [mean], [std]);
        Assert.Equal(prepared.Graph.Nodes.Count + 1, bytes.Graph.Nodes.Count);
        Assert.Equal(["Conv"], bytes.Graph.Consumers(Dequantized(bytes)).Select(static node => node.OpType));
    }

    [SkippableFact]
    public void A_focus_layer_moves_bytes()
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        var parts = (from row in (long[])[0, 1] from column in (long[])[0, 1] select hand.Add("Slice", ["x", hand.List(row, column), hand.List(99, 99), hand.List(2, 3), hand.List(2, 2)])).ToArray();
        var focus = hand.Add("Concat", parts, ("axis", 1));
        var conv = hand.Add("Conv", [focus, hand.Noise(4, 12, 3, 3)], ("pads", new long[] { 1, 1, 1, 1 }));
        var bytes = Checked(Prepared.Checked(hand.Output(conv)), "x", TensorLayout.Nchw, [0], [58.395f, 57.12f, 57.375f]);
        Assert.Equal(["Slice", "Slice", "Slice", "Slice", "Concat", "DequantizeLinear", "Conv"], Prepared.Operators(bytes));
        Assert.Equal(OnnxDataType.UInt8, bytes.Facts[focus].Type);
    }

    [SkippableTheory]
    [InlineData(2, 12, 0)]
    [InlineData(4, 48, 0)]
    [InlineData(2, 12, 1)]
    public void Blocks_of_pixels_are_moved_as_bytes_and_each_channel_keeps_its_numbers(int block, int channels, int pad)
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 12]));
        var blocks = hand.Add("SpaceToDepth", ["x"], ("blocksize", block));
        var conv = hand.Add("Conv", [blocks, hand.Noise(4, channels, 1 + (2 * pad), 1 + (2 * pad))], ("pads", new long[] { pad, pad, pad, pad }));
        var bytes = Checked(Prepared.Checked(hand.Output(conv)), "x", TensorLayout.Nchw, pad == 0 ? [123.675f, 116.28f, 103.53f] : [0], [58.395f, 57.12f, 57.375f]);
        Assert.Equal(["SpaceToDepth", "DequantizeLinear", "Conv"], Prepared.Operators(bytes));
    }

    [SkippableTheory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Numbers_of_each_channel_go_into_the_weights_unless_a_border_is_padded(int pad, bool folded)
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        long[] pads = [pad, pad, pad, pad];
        var first = hand.Add("Conv", ["x", hand.Noise(4, 3, 3, 3), hand.Noise(4)], ("pads", pads));
        var second = hand.Add("Conv", ["x", hand.Noise(6, 1, 3, 3)], ("pads", pads), ("group", 3));
        var prepared = Prepared.Checked(hand.Output(first, second));
        var bytes = Checked(prepared, "x", TensorLayout.Nchw, [123.675f, 116.28f, 103.53f], [58.395f, 57.12f, 57.375f]);
        Assert.Equal(!folded, Prepared.Operators(bytes).Contains("Add"));
        Assert.Contains("DequantizeLinear", Prepared.Operators(bytes));
    }

    [SkippableTheory]
    [InlineData(127f, 128f)]
    [InlineData(127.5f, 127.5f)]
    public void Channels_may_come_last(float mean, float std)
    {
        var hand = new HandModel(13, ("x", [1, 8, 6, 3]));
        var planes = hand.Add("Transpose", ["x"], ("perm", new long[] { 0, 3, 1, 2 }));
        var prepared = Prepared.Checked(hand.Output(hand.Add("Conv", [planes, hand.Noise(4, 3, 3, 3)])));
        var bytes = Checked(prepared, "x", TensorLayout.Nhwc, [mean], [std]);
        Assert.Equal(["Transpose", "DequantizeLinear", "Conv"], Prepared.Operators(bytes));
        Checked(prepared, "x", TensorLayout.Nhwc, [120, 110.5f, 100], [60, 57, 58]);
    }

    [SkippableFact]
    public void Pixels_that_are_computed_with_otherwise_are_scaled_at_the_input()
    {
        var hand = new HandModel(13, ("x", [1, 3, 4, 4]));
        var prepared = Prepared.Checked(hand.Output(hand.Add("Sigmoid", ["x"]), hand.Add("Transpose", ["x"])));
        var bytes = Checked(prepared, "x", TensorLayout.Nchw, [120, 110.5f, 100], [60, 57, 58]);
        Assert.Equal(["DequantizeLinear", "Mul", "Add", "Sigmoid", "Transpose"], Prepared.Operators(bytes));
    }

    [SkippableTheory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_mean_between_two_pixel_values_needs_one_sum_before_a_padded_convolution(int pad, bool sum)
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        var conv = hand.Add("Conv", ["x", hand.Noise(4, 3, 3, 3)], ("pads", new long[] { pad, pad, pad, pad }));
        var bytes = Checked(Prepared.Checked(hand.Output(conv)), "x", TensorLayout.Nchw, [127.5f], [127.5f]);
        Assert.Equal(sum ? ["DequantizeLinear", "Add", "Conv"] : ["DequantizeLinear", "Conv"], Prepared.Operators(bytes));
    }

    [SkippableFact]
    public void A_model_that_normalises_by_itself_needs_no_arithmetic_either()
    {
        var hand = new HandModel(13, ("x", [1, 3, 8, 6]));
        var centred = hand.Add("Sub", ["x", hand.Constant([1, 3, 1, 1], 127, 127, 127)]);
        var scaled = hand.Add("Div", [centred, hand.Constant([], 128)]);
        var conv = hand.Add("Conv", [scaled, hand.Noise(4, 3, 3, 3)], ("pads", new long[] { 1, 1, 1, 1 }));
        var bytes = Checked(Prepared.Checked(hand.Output(conv)), "x", TensorLayout.Nchw, [0], [1]);
        Assert.Equal(["DequantizeLinear", "Conv"], Prepared.Operators(bytes));

        var last = new HandModel(13, ("x", [1, 8, 6, 3]));
        var half = last.Add("Add", [last.Add("Mul", ["x", last.Constant([], 2f)]), last.Constant([], -1f)]);
        var planes = last.Add("Transpose", [half], ("perm", new long[] { 0, 3, 1, 2 }));
        var moved = Checked(
            Prepared.Checked(last.Output(last.Add("Conv", [planes, last.Noise(4, 3, 3, 3)]))), "x", TensorLayout.Nhwc, [0], [255]);
        Assert.Equal(["Transpose", "DequantizeLinear", "Conv"], Prepared.Operators(moved));
    }

    [SkippableFact]
    public void Wrong_inputs_and_numbers_are_refused()
    {
        var hand = new HandModel(13, ("x", [1, 3, 4, 4]));
        var prepared = Prepared.Checked(hand.Output(hand.Add("Relu", ["x"])));
        Assert.Throws<QuantizationRefusedException>(() => UInt8Input.Apply(prepared, "y", TensorLayout.Nchw, [0], [1]));
        Assert.Throws<ArgumentException>(() => UInt8Input.Apply(prepared, "x", TensorLayout.Nchw, [0, 0], [1]));
        Assert.Throws<ArgumentException>(() => UInt8Input.Apply(prepared, "x", TensorLayout.Nchw, [0], [0]));
    }

    private static PreparedModel Checked(PreparedModel prepared, string input, TensorLayout layout, float[] mean, float[] std)
    {
        var bytes = UInt8Input.Apply(prepared, input, layout, mean, std);
        Assert.Equal(OnnxDataType.UInt8, bytes.Facts[input].Type);
        Assert.Equal(prepared.Facts[input].Shape, bytes.Facts[input].Shape);
        Assert.All(bytes.Graph.Nodes, node => Assert.All(node.Outputs, output => Assert.True(bytes.Facts.ContainsKey(output))));
        var axis = layout == TensorLayout.Nchw ? 1 : 3;
        SameOutputs.Close(
            SameOutputs.Run(prepared.Graph.Model, Prepared.NoShapes, tensor => Normalised(tensor, axis, mean, std)),
            SameOutputs.Run(bytes.Graph.Model, Prepared.NoShapes, static tensor => Pixels(tensor.Bytes)));
        return bytes;
    }

    private static string Dequantized(PreparedModel model) =>
        Assert.Single(model.Graph.Nodes, static node => node.OpType == "DequantizeLinear").Outputs[0];

    private static void Pixels(Span<byte> pixels) => new Random(3).NextBytes(pixels);

    private static void Normalised(NativeTensor tensor, int axis, float[] mean, float[] std)
    {
        var values = tensor.AsFloats();
        var pixels = new byte[values.Length];
        Pixels(pixels);
        var channels = (int)tensor.Shape[axis];
        var inner = axis == 3 ? 1 : (int)(tensor.Shape[2] * tensor.Shape[3]);
        for (var index = 0; index < values.Length; index++)
        {
            var channel = index / inner % channels;
            values[index] = (pixels[index] - mean[mean.Length == 1 ? 0 : channel]) / std[std.Length == 1 ? 0 : channel];
        }
    }
}
