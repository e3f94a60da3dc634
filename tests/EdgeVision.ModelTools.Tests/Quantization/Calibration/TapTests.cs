using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

/// <summary>Tapped values are those of the float model as it stands, whatever ONNX Runtime fuses around them.</summary>
public sealed class TapTests
{
    [SkippableFact]
    public void Every_tensor_of_a_hand_built_net_has_its_own_values()
    {
        var model = Prepared.Of(new Net(3, 12)
            .Conv("c1", "x", 3, 8).Node("Relu", "r1", ["c1"])
            .Conv("c2", "r1", 8, 8, groups: 8).Node("Sigmoid", "s2", ["c2"]).Node("Mul", "m2", ["c2", "s2"])
            .Node("Add", "a", ["r1", "m2"]).Model("a"));
        Compare(model, Input(model, "x"), ["x", .. Prepared.FloatTensors(model)], 1e-5f, limitBytes: 1 << 20, groups: 1);
    }

    [SkippableTheory]
    [InlineData("fastestdet", 8)]
    [InlineData("yunet-s", 8)]
    [InlineData("ultraface-rfb-320", 8)]
    [InlineData("yolox-nano", 32)]
    public void Every_tensor_of_a_real_net_has_its_own_values(string name, int limitMiB)
    {
        var model = Prepared.Asset(name);
        var groups = Compare(
            model, Input(model, Prepared.Manifest(name).Input.Name), Prepared.FloatTensors(model), 1e-3f, (long)limitMiB << 20, groups: null);
        Assert.InRange(groups, 2, 8);
    }

    [SkippableFact]
    public void One_tensor_alone_is_not_fused_away()
    {
        var model = Prepared.Asset("fastestdet");
        var input = Input(model, "input.1");
        var truth = Prepared.Values(model.Graph.Model, input);
        foreach (var tensor in Prepared.FloatTensors(model).Where((_, index) => index % 16 == 3))
        {
            Assert.Equal(1, Compare(model, input, [tensor], 1e-3f, 96L << 20, groups: 1, truth));
        }
    }

    [SkippableFact]
    public void An_unknown_tensor_is_named()
    {
        var model = Prepared.Of(new Net(3, 8).Conv("c", "x", 3, 4).Model("c"));
        using var input = NativeTensor.Allocate(Ort.Need(), TensorElementType.Float32, 1, 3, 8, 8);
        var error = Assert.Throws<ArgumentException>(() => new TensorTap(Ort.Need(), model, ["d"], input));
        Assert.Contains("'d'", error.Message, StringComparison.Ordinal);
    }

    private static int Compare(
        PreparedModel model, float[] values, IReadOnlyList<string> tensors, float tolerance, long limitBytes, int? groups,
        Dictionary<string, float[]>? truth = null)
    {
        var library = Ort.Need();
        var inputName = model.Graph.Model.Graph.Inputs.Single().Name;
        truth ??= Prepared.Values(model.Graph.Model, values);
        truth[inputName] = values;
        using var input = NativeTensor.Allocate(library, TensorElementType.Float32, [.. model.Facts[inputName].Shape]);
        values.CopyTo(input.AsFloats());
        using var tap = new TensorTap(library, model, tensors, input, new TapOptions { LimitBytes = limitBytes });
        var seen = new List<string>();
        tap.Run((tensor, tapped) =>
        {
            seen.Add(tensor);
            Assert.True(IsClose(truth[tensor], tapped, tolerance), $"{tensor} differs");
        });
        Assert.Equal(tensors, seen);
        Assert.Equal(groups ?? tap.Groups, tap.Groups);
        return tap.Groups;
    }

    private static bool IsClose(float[] truth, ReadOnlySpan<float> tapped, float tolerance)
    {
        var allowed = tolerance * Math.Max(1, truth.Max(Math.Abs));
        for (var i = 0; i < truth.Length; i++)
        {
            if (tapped.Length != truth.Length || !(Math.Abs(tapped[i] - truth[i]) <= allowed))
            {
                return false;
            }
        }

        return true;
    }

    private static float[] Input(PreparedModel model, string name)
    {
        var random = new Random(5);
        var values = new float[model.Facts[name].Shape.Aggregate(1L, static (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)random.NextDouble();
        }

        return values;
    }
}
