using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Qdq;
using FsCheck;
using FsCheck.Fluent;
using static EdgeVision.ModelTools.Tests.Quantization.Qdq.GraphBuilder;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Scale and zero point of activations.</summary>
public class ParameterTests
{
    [SkippableFact]
    public void Eight_bits_cover_the_range_and_have_zero_among_their_values()
    {
        Testing.Ort.Need();
        var graph = Networks.Conv();
        var seen = Execution.Observe(graph.Output("conv").Model, graph.Random(32, 1));
        var cases = from min in Gen.Choose(-3000, 3000) from width in Gen.Choose(1, 6000) from signed in Gen.Elements(true, false)
                    select (new TensorRange(min / 100f, (min + width) / 100f), signed);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (range, signed) = one;
            var plan = new QdqPlan(new Dictionary<string, TensorRange> { ["x"] = range, ["conv"] = range }, new HashSet<string>());
            var options = new QdqOptions { Activations = signed ? ActivationType.S8 : ActivationType.U8 };
            var (scale, zeroPoint) = QuantizedRun.Parameters(QdqWriter.Write(seen.Model, plan, options), "conv_quantized");
            var (least, greatest) = signed ? (-128, 127) : (0, 255);
            return zeroPoint >= least && zeroPoint <= greatest
                && (least - zeroPoint) * scale <= range.Min + (.501f * scale)
                && (greatest - zeroPoint) * scale >= range.Max - (.501f * scale)
                && scale * 255 <= 1.0001f * (Math.Max(range.Max, 0) - Math.Min(range.Min, 0));
        }).QuickCheckThrowOnFailure();
    }

    [SkippableTheory]
    [InlineData(ActivationType.U8, 0)]
    [InlineData(ActivationType.S8, -128)]
    public void What_a_Relu_makes_begins_at_zero_and_what_goes_into_it_is_not_rounded(ActivationType type, int zeroPoint)
    {
        var graph = Networks.Conv();
        graph.Output(graph.Conv("last", graph.Node("Relu", "relu", ["conv"]), 2, 2, 1));

        var seen = Execution.Observe(graph.Model, graph.Random(32, 1));
        var model = seen.Write(out var coverage, new QdqOptions { Activations = type });

        Assert.Equal((seen.Ranges["relu"].Max / 255, zeroPoint), QuantizedRun.Parameters(model, "relu_quantized"));
        Assert.Null(coverage.Names.QuantizedValue("conv"));
        Assert.Equal(["conv"], model.Named("relu").Inputs);
    }

    [SkippableFact]
    public void What_others_read_beside_a_Relu_keeps_its_negative_numbers()
    {
        var graph = Networks.Conv();
        graph.Output(graph.Node("Add", "y", [graph.Node("Relu", "relu", ["conv"]), "conv"]));
        var input = graph.Random(32, 1);
        var seen = Execution.Observe(graph.Model, input);

        var model = seen.Write(out var coverage);

        Assert.True(QuantizedRun.Parameters(model, "conv_quantized").ZeroPoint > 0);
        Assert.Equal("it cannot go into the node before it", coverage.LeftFloat["relu"]);
        var step = QuantizedRun.Parameters(model, "y_quantized").Scale;
        Assert.All(
            Execution.Run(model, input)["y"].Numbers.Zip(seen.Values["y"].Numbers),
            pair => Assert.Equal(pair.First, pair.Second, 3 * step));
    }

    [SkippableFact]
    public void What_a_Clip_makes_ends_where_it_cuts()
    {
        var graph = Networks.Conv();
        var six = graph.Node("Clip", "six", ["conv", graph.Constant("0", [0]), graph.Constant("6", [6])]);
        graph.Output(graph.Conv("last", six, 2, 2, 1));
        var seen = Execution.Observe(graph.Model, graph.Random(32, 50));

        var model = seen.Write();

        var (scale, zeroPoint) = QuantizedRun.Parameters(model, "six_quantized");
        Assert.Equal(6, seen.Ranges["six"].Max);
        Assert.Equal(0, zeroPoint);
        Assert.InRange(scale * 255, 5.99999f, 6);
        Assert.DoesNotContain("Clip", Execution.Fused(model).Keys);
    }

    [SkippableTheory]
    [InlineData(ActivationType.U8, 0)]
    [InlineData(ActivationType.S8, -128)]
    public void A_Sigmoid_counts_256_parts_of_one(ActivationType type, int zeroPoint)
    {
        var graph = Networks.Conv();
        graph.Output(graph.Node("Sigmoid", "y", ["conv"]));
        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write(new QdqOptions { Activations = type });

        Assert.Equal((1f / 256, zeroPoint), QuantizedRun.Parameters(model, "y_quantized"));
    }

    [SkippableFact]
    public void What_is_only_moved_keeps_its_bits_even_without_a_range_of_its_own()
    {
        var graph = Networks.Conv();
        var pool = graph.Node("MaxPool", "pool", ["conv"], Ints("kernel_shape", 2, 2));
        graph.Output(graph.Node("Transpose", "y", [graph.Resize("up", pool)], Ints("perm", 0, 2, 3, 1)));
        var seen = Execution.Observe(graph.Model, graph.Random(32, 1));
        var ranges = seen.Ranges.Where(static one => one.Key is "x" or "conv").ToDictionary();

        var model = QdqWriter.Write(seen.Model, new QdqPlan(ranges, new HashSet<string>()), new QdqOptions());

        var conv = QuantizedRun.Parameters(model, "conv_quantized");
        foreach (var value in new[] { "pool", "up", "y" })
        {
            Assert.Equal(conv, QuantizedRun.Parameters(model, value + "_quantized"));
        }
    }

    [SkippableFact]
    public void What_only_goes_into_a_Concat_takes_its_bits_and_what_others_read_keeps_its_own()
    {
        var graph = Networks.Conv();
        var alone = graph.Conv("alone", "conv", 3, 2, 1);
        var moved = graph.Node("MaxPool", "moved", [graph.Conv("under", "conv", 3, 2, 1)], Ints("kernel_shape", 1, 1));
        var relu = graph.Node("Relu", "relu", [graph.Conv("before", "conv", 3, 2, 1)]);
        graph.Output(graph.Conv("last", graph.Node("Concat", "cat", [alone, moved, "conv", relu], Int("axis", 1)), 1, 11, 1));

        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write();

        var cat = QuantizedRun.Parameters(model, "cat_quantized");
        foreach (var value in new[] { "alone", "moved", "under" })
        {
            Assert.Equal(cat, QuantizedRun.Parameters(model, value + "_quantized"));
        }
        Assert.NotEqual(cat, QuantizedRun.Parameters(model, "conv_quantized"));
        Assert.Equal(0, QuantizedRun.Parameters(model, "relu_quantized").ZeroPoint);
    }

    [SkippableFact]
    public void A_range_that_is_not_finite_is_refused_with_the_values_name()
    {
        var graph = Networks.Conv();
        var seen = Execution.Observe(graph.Output("conv").Model, graph.Random(32, 1));
        var ranges = seen.Ranges;
        ranges["conv"] = new TensorRange(float.NaN, 1);

        var refused = Assert.Throws<QuantizationRefusedException>(
            () => QdqWriter.Write(seen.Model, new QdqPlan(ranges, new HashSet<string>()), new QdqOptions()));

        Assert.Contains("'conv'", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Constants_of_arithmetic_get_the_bits_of_their_own_numbers()
    {
        var graph = Networks.Conv();
        graph.Output(graph.Node("Mul", "y", ["conv", graph.Constant("half", [.5f])]));
        var model = Execution.Observe(graph.Model, graph.Random(32, 1)).Write();

        Assert.Equal((.5f / 255, 0), QuantizedRun.Parameters(model, "half_quantized"));
        Assert.Equal([255], QuantizedRun.Constant(model, "half_quantized").ToRaw().ToArray());
        Assert.Equal(OnnxDataType.UInt8, QuantizedRun.Constant(model, "half_quantized").Type);
    }
}
