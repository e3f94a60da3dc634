using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization.Qdq;

/// <summary>Runs models in ONNX Runtime and shows the values inside.</summary>
internal static class Execution
{
    /// <summary>All outputs of a model, and of further values inside it.</summary>
    public static Dictionary<string, Value> Run(
        OnnxModel model, float[] input, IEnumerable<(string Name, OnnxDataType Type)>? inside = null, bool optimized = true)
    {
        var bytes = WithOutputs(model, inside ?? []);
        using var session = Ort.Session(bytes, new OrtSessionOptions
        {
            GraphOptimization = optimized ? OrtGraphOptimization.All : OrtGraphOptimization.None,
            // Without VNNI, x86 adds products in 16 bits and saturates, unless asked to be exact.
            ConfigEntries = new Dictionary<string, string> { ["session.x64quantprecision"] = "1" },
        });
        var given = session.Inputs[0];
        using var tensor = NativeTensor.Allocate(Ort.Need(), given.ElementType, given.Shape);
        using var run = session.Bind([tensor], new NativeTensor?[session.Outputs.Count]);
        Fill(tensor, input);
        run.Run();
        return session.Outputs.Select((info, i) => (info, i)).ToDictionary(static one => one.info.Name, one => Read(run, one.info, one.i));
    }

    /// <summary>The operators of the model that ONNX Runtime makes of this one, each with how often it is there.</summary>
    public static Dictionary<string, int> Fused(OnnxModel model, bool signed = false) => Rewritten(model, signed).Graph.Nodes.CountBy(static node => node.OpType).ToDictionary();

    /// <summary>The model that ONNX Runtime makes of this one.</summary>
    /// <param name="model">In QDQ form.</param>
    /// <param name="signed">Whether it shall use signed kernels, as it does on ARM.</param>
    /// <param name="level">How far.</param>
    public static OnnxModel Rewritten(OnnxModel model, bool signed = false, OrtGraphOptimization level = OrtGraphOptimization.Extended)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.onnx");
        try
        {
            using (Ort.Session(OnnxWriter.Write(model), new OrtSessionOptions
            {
                GraphOptimization = level,
                OptimizedModelPath = path,
                LogSeverity = OrtSeverity.Error,
                ConfigEntries = new Dictionary<string, string> { ["session.qdqisint8allowed"] = signed ? "1" : "0" },
            }))
            {
                return OnnxReader.ReadFile(path);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Type and shape of every value, and the greatest and least number seen in it.</summary>
    public static Observation Observe(OnnxModel model, float[] input)
    {
        var inside = model.Graph.Nodes.SelectMany(static node => node.Outputs)
            .Where(static name => name.Length > 0).Select(static name => (name, OnnxDataType.Undefined));
        var values = Run(model, input, inside, optimized: false);
        var given = model.Graph.Inputs[0];
        values[given.Name] = new Value(given.Type!.ElementType, [.. given.Type.Shape!.Select(size => size.Size!.Value)], input);
        return new Observation(
            new PreparedModel(
                new WorkGraph(OnnxCopy.Of(model)),
                values.ToDictionary(static one => one.Key, static one => new TensorFact(one.Value.Type, one.Value.Shape))),
            values);
    }

    private static byte[] WithOutputs(OnnxModel model, IEnumerable<(string Name, OnnxDataType Type)> values)
    {
        var copy = OnnxCopy.Of(model);
        foreach (var (name, type) in values.Where(value => copy.Graph.Outputs.All(output => output.Name != value.Name)))
        {
            copy.Graph.Outputs.Add(type == OnnxDataType.Undefined ? new OnnxValueInfo { Name = name } : GraphBuilder.Info(name, type, null));
        }

        return OnnxWriter.Write(copy);
    }

    private static void Fill(NativeTensor tensor, float[] input)
    {
        if (tensor.ElementType == TensorElementType.UInt8)
        {
            Array.ConvertAll(input, static value => (byte)value).CopyTo(tensor.Bytes);
        }
        else
        {
            input.CopyTo(tensor.AsFloats());
        }
    }

    private static Value Read(OrtRun run, TensorInfo info, int output)
    {
        float[] numbers = info.ElementType switch
        {
            TensorElementType.Float32 => run.Output<float>(output).ToArray(),
            TensorElementType.UInt8 => Array.ConvertAll(run.Output<byte>(output).ToArray(), static value => (float)value),
            TensorElementType.Int8 => Array.ConvertAll(run.Output<sbyte>(output).ToArray(), static value => (float)value),
            _ => [],
        };
        return new Value((OnnxDataType)info.ElementType, run.OutputShape(output).ToArray(), numbers);
    }
}
