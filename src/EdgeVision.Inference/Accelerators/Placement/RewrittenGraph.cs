using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Accelerators.Placement;

/// <summary>
/// The graph that ONNX Runtime shares out. It does so after its basic rewriting, which is the same for every provider, so
/// the CPU's can be written down and read.
/// </summary>
internal static class RewrittenGraph
{
    /// <summary>The graph with a value info for each tensor whose shape the library could work out.</summary>
    public static OnnxGraph Of(OrtLibrary library, ReadOnlyMemory<byte> model, OrtSessionOptions options)
    {
        var level = options.GraphOptimization == OrtGraphOptimization.None ? OrtGraphOptimization.None : OrtGraphOptimization.Basic;
        var folder = Directory.CreateTempSubdirectory("edgevision-placement-");
        try
        {
            var written = Path.Combine(folder.FullName, "rewritten.onnx");
            OrtSession.Create(library, model, Plain(level, options) with { OptimizedModelPath = written }).Dispose();
            return WithShapes(library, OnnxReader.ReadFile(written), options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static OrtSessionOptions Plain(OrtGraphOptimization level, OrtSessionOptions options) =>
        new() { GraphOptimization = level, FreeDimensions = options.FreeDimensions, LogSeverity = OrtSeverity.Error };

    /// <summary>The library writes down no shapes, but tells those of a model's outputs: for once, every tensor is one.</summary>
    private static OnnxGraph WithShapes(OrtLibrary library, OnnxModel model, OrtSessionOptions options)
    {
        var graph = model.Graph;
        OnnxValueInfo[] outputs = [.. graph.Outputs];
        graph.Outputs.Clear();
        foreach (var name in graph.Nodes.SelectMany(static node => node.Outputs).Where(static name => name.Length > 0))
        {
            graph.Outputs.Add(new OnnxValueInfo { Name = name });
        }

        using var session = OrtSession.Create(library, OnnxWriter.Write(model), Plain(OrtGraphOptimization.None, options));
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
