using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.ModelTools.Tests.Quantization;

/// <summary>Prepared models without the preparation: hand-built ones, and real ones whose shapes are fixed already.</summary>
internal static class Prepared
{
    private static readonly ModelStore Store = new(new ModelFolders([Repository.PathOf("models")], [], Repository.PathOf("models", "none")));

    /// <summary>A shipped manifest.</summary>
    public static ModelManifest Manifest(string name) => Store.Find(name);

    /// <summary>The model of a shipped manifest, from the assets.</summary>
    public static PreparedModel Asset(string name) => Of(OnnxReader.ReadFile(TestAssets.Need("models", Manifest(name).File)));

    /// <summary>Names the nodes, turns Constant nodes into initializers and learns all shapes by running.</summary>
    public static PreparedModel Of(OnnxModel model)
    {
        var graph = model.Graph;
        foreach (var node in graph.Nodes.Where(static node => node.OpType == "Constant").ToList())
        {
            var value = node.Attributes.Single().Tensors.Single();
            value.Name = node.Outputs[0];
            graph.Initializers.Add(value);
            graph.Nodes.Remove(node);
        }

        var constants = graph.Initializers.Select(static constant => constant.Name).ToHashSet();
        foreach (var input in graph.Inputs.Where(input => constants.Contains(input.Name)).ToList())
        {
            graph.Inputs.Remove(input);
        }

        foreach (var (node, index) in graph.Nodes.Select((node, index) => (node, index)))
        {
            node.Name = node.Name.Length > 0 ? node.Name : $"{node.OpType}_{index}";
        }

        // Initializers may stand outside the inputs from this version on.
        model.IrVersion = Math.Max(model.IrVersion, 4);
        return new PreparedModel(new WorkGraph(model), Facts(model));
    }

    /// <summary>The float32 values that nodes make.</summary>
    public static IReadOnlyList<string> FloatTensors(PreparedModel model) =>
        [.. model.Graph.Nodes.SelectMany(static node => node.Outputs).Where(name => model.Facts[name].Type == OnnxDataType.Float32)];

    /// <summary>Every value of a model without any optimization, on one input: an independent witness.</summary>
    public static Dictionary<string, float[]> Values(OnnxModel model, ReadOnlySpan<float> values)
    {
        var tensors = new Dictionary<string, float[]>();
        using var session = AllOutputs(model);
        using var input = NativeTensor.Allocate(Ort.Need(), TensorElementType.Float32, session.Inputs[0].Shape);
        using var run = Bind(session, input);
        values.CopyTo(input.AsFloats());
        run.Run();
        for (var index = 0; index < session.Outputs.Count; index++)
        {
            if (session.Outputs[index].ElementType == TensorElementType.Float32)
            {
                tensors[session.Outputs[index].Name] = run.Output<float>(index).ToArray();
            }
        }

        return tensors;
    }

    private static Dictionary<string, TensorFact> Facts(OnnxModel model)
    {
        using var session = AllOutputs(model);
        using var input = NativeTensor.Allocate(Ort.Need(), TensorElementType.Float32, session.Inputs[0].Shape);
        using var run = Bind(session, input);
        run.Run();
        var facts = session.Inputs.ToDictionary(static input => input.Name, static input => new TensorFact((OnnxDataType)input.ElementType, input.Shape));
        for (var index = 0; index < session.Outputs.Count; index++)
        {
            facts[session.Outputs[index].Name] = new TensorFact((OnnxDataType)session.Outputs[index].ElementType, run.OutputShape(index).ToArray());
        }

        return facts;
    }

    /// <summary>All outputs are made by the library: a shape it does not know reads like that of a single number.</summary>
    private static OrtRun Bind(OrtSession session, NativeTensor input) => session.Bind([input], new NativeTensor?[session.Outputs.Count]);

    private static OrtSession AllOutputs(OnnxModel model)
    {
        var copy = OnnxCopy.Of(model);
        var known = copy.Graph.Outputs.Select(static output => output.Name).ToHashSet();
        foreach (var name in copy.Graph.Nodes.SelectMany(static node => node.Outputs).Where(name => name.Length > 0 && known.Add(name)))
        {
            copy.Graph.Outputs.Add(new OnnxValueInfo { Name = name });
        }

        return Ort.Session(OnnxWriter.Write(copy), new OrtSessionOptions { GraphOptimization = OrtGraphOptimization.None });
    }
}
