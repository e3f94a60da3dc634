using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Preparation;

/// <summary>The independent truth: ONNX Runtime runs the model as it was.</summary>
internal static class SameOutputs
{
    private static readonly OrtSessionOptions AsWritten = new() { GraphOptimization = OrtGraphOptimization.None, LogSeverity = OrtSeverity.Error };

    /// <summary>Runs a model; each output's shape and values.</summary>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> Run(
        OnnxModel model, IReadOnlyDictionary<string, long[]> shapes, Action<NativeTensor> fill)
    {
        using var session = Ort.Session(OnnxWriter.Write(model), AsWritten);
        var inputs = session.Inputs.Select(
            input => NativeTensor.Allocate(Ort.Need(), input.ElementType, shapes.GetValueOrDefault(input.Name) ?? input.Shape)).ToList();
        inputs.ForEach(fill);
        using var run = session.Bind(inputs, new NativeTensor?[session.Outputs.Count]);
        run.Run();
        var results = session.Outputs.Select((output, index) =>
            (output.Name, (run.OutputShape(index).ToArray(), Floats(run, index, output.ElementType)))).ToDictionary();
        inputs.ForEach(input => input.Dispose());
        return results;
    }

    public static void Hold(OnnxModel original, OnnxModel prepared, IReadOnlyDictionary<string, long[]> shapes, double tolerance = 1e-4)
    {
        var expected = Run(original, shapes, Noise);
        var actual = Run(prepared, shapes, Noise);
        Close(expected, actual, tolerance);
    }

    /// <summary>Equal names and shapes; values within so much of the greatest.</summary>
    public static void Close(
        IReadOnlyDictionary<string, (long[] Shape, float[] Values)> expected, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> actual,
        double tolerance = 1e-4)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, (shape, values)) in expected)
        {
            Assert.Equal(shape, actual[name].Shape);
            var scale = Math.Max(1e-3, values.Select(Math.Abs).DefaultIfEmpty().Max());
            var worst = values.Zip(actual[name].Values, static (one, other) => Math.Abs(one - other)).DefaultIfEmpty().Max();
            Assert.True(worst <= tolerance * scale, $"{name}: differs by {worst} of {scale}");
            Assert.DoesNotContain(values, float.IsNaN);
        }
    }

    public static void Noise(NativeTensor tensor)
    {
        var random = new Random(11);
        foreach (ref var value in tensor.AsFloats())
        {
            value = (random.NextSingle() * 2) - 1;
        }
    }

    private static float[] Floats(OrtRun run, int index, TensorElementType type) => type switch
    {
        TensorElementType.Int64 => [.. run.Output<long>(index).ToArray().Select(static value => (float)value)],
        TensorElementType.UInt8 => [.. run.Output<byte>(index).ToArray().Select(static value => (float)value)],
        _ => run.Output<float>(index).ToArray(),
    };
}
