using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Probing;

/// <summary>The tiny model in 8 bits computes what the one in floats does, to half a step of its output.</summary>
public class QuantizedProbeTests
{
    [Fact]
    public void Its_input_stands_for_the_same_numbers()
    {
        var (bytes, floats) = (new byte[192], new float[192]);
        QuantizedProbeModel.Fill(bytes);
        ProbeModel.Fill(floats);

        Assert.Equal(floats, bytes.Select(value => (value - 128) / 8f));
    }

    [Fact]
    public void No_sum_is_beyond_its_output()
    {
        Assert.InRange(ProbeModel.Expected().Max(), 1, 255 * QuantizedProbeModel.Step);
    }

    [SkippableFact]
    public void The_processor_gives_the_numbers_of_the_float_model()
    {
        using var session = Ort.Session(QuantizedProbeModel.Write());
        using var run = session.CreateRun();
        Assert.Equal((TensorElementType.UInt8, TensorElementType.UInt8), (run.Inputs[0].ElementType, run.Outputs[0]!.ElementType));
        QuantizedProbeModel.Fill(run.Inputs[0].Bytes);
        run.Run();

        var expected = ProbeModel.Expected();
        var values = QuantizedProbeModel.Values(run.Outputs[0]!.Bytes);
        Assert.Equal(expected.Length, values.Length);
        Assert.All(expected.Zip(values), pair => Assert.InRange(pair.Second - pair.First, -QuantizedProbeModel.Step / 2, QuantizedProbeModel.Step / 2));
    }
}
