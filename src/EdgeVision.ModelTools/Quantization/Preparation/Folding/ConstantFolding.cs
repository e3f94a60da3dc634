using System.Runtime.InteropServices;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Preparation.Folding;

/// <summary>
/// Computes what follows from constants alone, in ONNX Runtime, and keeps the results in the place of the nodes. In waves: each
/// takes the nodes that read constants only, so that the library knows the size of every result before any is made.
/// </summary>
internal static class ConstantFolding
{
    /// <summary>Elements of a result that may be bigger than what it is made of; a larger one stays computed.</summary>
    public const long LargestGrowth = 4 << 20;

    public static void Apply(OrtRunner runner, WorkGraph graph)
    {
        var tooLarge = new HashSet<OnnxNode>();
        while (graph.Nodes.Where(node => !tooLarge.Contains(node) && IsConstant(graph, node)).ToList() is { Count: > 0 } wave)
        {
            Fold(runner, graph, wave, tooLarge);
        }
    }

    private static bool IsConstant(WorkGraph graph, OnnxNode node) =>
        node.Inputs.All(input => input.Length == 0 || graph.Constant(input) is not null);

    private static void Fold(OrtRunner runner, WorkGraph graph, List<OnnxNode> wave, HashSet<OnnxNode> tooLarge)
    {
        using var session = runner.Open(PartOf(graph, wave));
        var results = session.Outputs.ToDictionary(static output => output.Name);
        var large = wave.Where(node => Named(node.Outputs).Any(output => IsTooLarge(graph, node, results[output]))).ToList();
        if (large.Count > 0)
        {
            tooLarge.UnionWith(large);
            return;
        }

        runner.Run(session, run =>
        {
            for (var index = 0; index < session.Outputs.Count; index++)
            {
                var output = session.Outputs[index];
                graph.SetConstant(TensorValues.Raw(
                    output.Name, (OnnxDataType)output.ElementType, run.OutputShape(index).ToArray(), Bytes(run, index, output.ElementType)));
            }
        });
        wave.ForEach(node => graph.Replace(node));
    }

    private static OnnxModel PartOf(WorkGraph graph, List<OnnxNode> nodes)
    {
        var part = new OnnxModel { IrVersion = graph.Model.IrVersion, Graph = new OnnxGraph { Name = "constants" } };
        foreach (var opset in graph.Model.Opsets)
        {
            part.Opsets.Add(opset);
        }

        foreach (var constant in Named(nodes.SelectMany(static node => node.Inputs)).Distinct())
        {
            part.Graph.Initializers.Add(graph.Constant(constant)!);
        }

        foreach (var node in nodes)
        {
            part.Graph.Nodes.Add(node);
        }

        foreach (var output in Named(nodes.SelectMany(static node => node.Outputs)))
        {
            part.Graph.Outputs.Add(new OnnxValueInfo { Name = output });
        }

        return part;
    }

    private static IEnumerable<string> Named(IEnumerable<string> values) => values.Where(static value => value.Length > 0);

    /// <summary>A result whose size the library does not know ahead (NonZero) is never larger than its input by much.</summary>
    private static bool IsTooLarge(WorkGraph graph, OnnxNode node, TensorInfo result)
    {
        if (result.ElementType.ByteSize() == 0)
        {
            return true;
        }

        var read = Named(node.Inputs).Sum(input => graph.Constant(input)!.Elements);
        var made = result.IsStatic ? result.Shape.Aggregate(1d, static (product, size) => product * size) : read;
        return made > Math.Max(LargestGrowth, read);
    }

    private static byte[] Bytes(OrtRun run, int index, TensorElementType type) => type switch
    {
        TensorElementType.Float32 => Copy<float>(run, index),
        TensorElementType.Float64 => Copy<double>(run, index),
        TensorElementType.Float16 => Copy<Half>(run, index),
        TensorElementType.UInt8 or TensorElementType.Boolean => Copy<byte>(run, index),
        TensorElementType.Int8 => Copy<sbyte>(run, index),
        TensorElementType.UInt16 or TensorElementType.BFloat16 => Copy<ushort>(run, index),
        TensorElementType.Int16 => Copy<short>(run, index),
        TensorElementType.Int32 => Copy<int>(run, index),
        TensorElementType.UInt32 => Copy<uint>(run, index),
        TensorElementType.Int64 => Copy<long>(run, index),
        TensorElementType.UInt64 => Copy<ulong>(run, index),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "a type without elements of fixed size"),
    };

    private static byte[] Copy<T>(OrtRun run, int index)
        where T : unmanaged => MemoryMarshal.AsBytes(run.Output<T>(index)).ToArray();
}
