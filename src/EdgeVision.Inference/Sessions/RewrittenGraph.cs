using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>What ONNX Runtime makes of a graph before its kernels run it, with the shape of each tensor where it could work it out.</summary>
internal static class RewrittenGraph
{
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The model file's content.</param>
    /// <param name="level">How far it rewrites; beyond Extended the layout is the processor's own and shapes lose their meaning.</param>
    /// <param name="dimensions">Sizes of the dimensions that the model leaves open, by name.</param>
    /// <exception cref="OrtException">The library cannot load it.</exception>
    public static OnnxGraph Of(OrtLibrary library, ReadOnlyMemory<byte> model, OrtGraphOptimization level, IReadOnlyDictionary<string, long> dimensions)
    {
        var folder = Directory.CreateTempSubdirectory("edgevision-graph-");
        try
        {
            var written = Path.Combine(folder.FullName, "rewritten.onnx");
            OrtSession.Create(library, model, Plain(level, dimensions) with { OptimizedModelPath = written }).Dispose();
            return WithShapes(library, OnnxReader.ReadFile(written), dimensions);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static OrtSessionOptions Plain(OrtGraphOptimization level, IReadOnlyDictionary<string, long> dimensions) =>
        new() { GraphOptimization = level, FreeDimensions = dimensions, LogSeverity = OrtSeverity.Error };

    /// <summary>The library writes down no shapes, but tells those of a model's outputs: for once, every tensor is one.</summary>
    private static OnnxGraph WithShapes(OrtLibrary library, OnnxModel model, IReadOnlyDictionary<string, long> dimensions)
    {
        var graph = model.Graph;
        OnnxValueInfo[] outputs = [.. graph.Outputs];
        graph.Outputs.Clear();
        foreach (var name in graph.Nodes.SelectMany(static node => node.Outputs).Where(static name => name.Length > 0))
        {
            graph.Outputs.Add(new OnnxValueInfo { Name = name });
        }

        using var session = OrtSession.Create(library, OnnxWriter.Write(model), Plain(OrtGraphOptimization.None, dimensions));
        graph.Outputs.Clear();
        graph.ValueInfos.Clear();
        foreach (var output in outputs)
        {
            graph.Outputs.Add(output);
        }

        foreach (var tensor in session.Inputs.Concat(session.Outputs).Where(static tensor => tensor.IsStatic))
        {
            graph.ValueInfos.Add(Described(tensor));
        }

        return graph;
    }

    private static OnnxValueInfo Described(TensorInfo tensor) => new()
    {
        Name = tensor.Name,
        Type = new OnnxType
        {
            Kind = OnnxTypeKind.Tensor,
            ElementType = (OnnxDataType)tensor.ElementType,
            Shape = [.. tensor.Shape.Select(static size => new OnnxDimension(size))],
        },
    };
}
