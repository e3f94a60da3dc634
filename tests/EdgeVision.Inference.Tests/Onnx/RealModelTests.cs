using EdgeVision.Testing;
using EdgeVision.Inference.Onnx;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Tests.Onnx;

/// <summary>Real models pass, keep all they hold, and run as before when they are written again.</summary>
public class RealModelTests
{
    [SkippableTheory]
    [InlineData("yolox-nano")]
    [InlineData("fastestdet")]
    [InlineData("yunet-s")]
    [InlineData("yunet-n")]
    [InlineData("ultraface-rfb-320")]
    [InlineData(ShippedModel.Name)]
    public void Written_again_it_is_the_same_and_answers_the_same(string name)
    {
        var model = RealModels.Need(name);
        var read = OnnxReader.Read(model.Bytes);
        var written = OnnxWriter.Write(read);
        Assert.Null(DeepEquality.Difference(read, OnnxReader.Read(written)));

        var shape = model.Manifest.Input.Shape();
        Assert.Equal(Answers(model.Bytes, model.Manifest.Input.Name, shape), Answers(written, model.Manifest.Input.Name, shape));
    }

    [SkippableFact]
    public void What_is_read_is_what_the_file_holds()
    {
        var read = OnnxReader.Read(RealModels.Need("yolox-nano").Bytes);
        using var session = OrtSession.Create(Ort.Need(), RealModels.Need("yolox-nano").Bytes);
        Assert.Equal(session.Inputs.Select(input => input.Name), read.Graph.Inputs.Select(input => input.Name));
        Assert.Equal(session.Outputs.Select(output => output.Name), read.Graph.Outputs.Select(output => output.Name));
        Assert.Equal(session.Model.Producer, read.ProducerName);
        Assert.Equal(session.Inputs[0].Shape, read.Graph.Inputs[0].Type!.Shape!.Select(dimension => dimension.Size!.Value));
    }

    [Fact]
    public void Typed_data_turn_into_raw_data()
    {
        var packed = new OnnxTensor { Type = OnnxDataType.Int8, Dimensions = [3], Storage = OnnxStorage.Int32, Data = Wire.Join(Wire.Varint(1), Wire.Varint(ulong.MaxValue), Wire.Varint(127)) };
        Assert.Equal([1, 255, 127], packed.ToRaw().ToArray());
        var longs = new OnnxTensor { Type = OnnxDataType.Int64, Dimensions = [2], Storage = OnnxStorage.Int64, Data = Wire.Join(Wire.Varint(300), Wire.Varint(unchecked((ulong)-2L))) };
        Assert.Equal([44, 1, 0, 0, 0, 0, 0, 0, 254, 255, 255, 255, 255, 255, 255, 255], longs.ToRaw().ToArray());
    }

    [Fact]
    public void Numbers_may_come_packed_or_one_by_one_and_unknown_fields_stay()
    {
        var oneByOne = Wire.Message(5, Wire.Number(1, 2), Wire.Number(2, 7), Wire.Text(8, "x"), Wire.Number(7, 5), Wire.Bytes(7, [6]), Wire.Number(77, 1));
        var tensor = OnnxReader.Read(HandMade.Add(oneByOne)).Graph.Initializers[1];
        Assert.Equal([5, 6], tensor.Data.ToArray());
        Assert.Equal(Wire.Number(77, 1), Assert.Single(tensor.Unknown).ToArray());
        var again = OnnxReader.Read(OnnxWriter.Write(OnnxReader.Read(HandMade.Add(oneByOne)))).Graph.Initializers[1];
        Assert.Null(DeepEquality.Difference(tensor, again));
    }

    private static List<float> Answers(ReadOnlyMemory<byte> bytes, string input, long[] shape)
    {
        using var session = OrtSession.Create(Ort.Need(), bytes, new OrtSessionOptions { IntraOpThreads = 1 });
        using var run = session.CreateRun(new Dictionary<string, long[]> { [input] = shape });
        Fill(run.Inputs[0], new Random(5));

        run.Run();
        return [.. Enumerable.Range(0, session.Outputs.Count).SelectMany(index => run.Output<float>(index).ToArray())];
    }

    private static void Fill(NativeTensor input, Random random)
    {
        if (input.ElementType == TensorElementType.UInt8)
        {
            random.NextBytes(input.Bytes);
            return;
        }

        foreach (ref var pixel in input.AsFloats())
        {
            pixel = random.Next(256);
        }
    }
}
