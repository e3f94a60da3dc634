using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation.Folding;
using EdgeVision.ModelTools.Quantization.Preparation.Upgrade;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Preparation;

/// <summary>Makes of a float model what the quantizer works on; the model computes the same as before.</summary>
public static class GraphPreparation
{
    /// <summary>Prepares a model.</summary>
    /// <param name="library">Runs the model, to find shapes and to fold constants.</param>
    /// <param name="model">Stays as it is.</param>
    /// <param name="inputShapes">By input name; needed for inputs that leave sizes open, outermost first.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="QuantizationRefusedException">A node, or the model as a whole, is outside what is known to stay the same.</exception>
    public static PreparedModel Prepare(
        OrtLibrary library, OnnxModel model, IReadOnlyDictionary<string, long[]> inputShapes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputShapes);
        var graph = new WorkGraph(OnnxCopy.Of(model));
        try
        {
            Prepare(new OrtRunner(library, cancellation), graph, inputShapes);
            return new PreparedModel(graph, FactsByRunning.Write(new OrtRunner(library, cancellation), graph));
        }
        catch (OrtException error)
        {
            throw new QuantizationRefusedException("", $"ONNX Runtime cannot run the model: {error.Text}");
        }
    }

    private static void Prepare(OrtRunner runner, WorkGraph graph, IReadOnlyDictionary<string, long[]> inputShapes)
    {
        Accepted.Check(graph);
        ConstantsAsInitializers.Apply(graph);
        UniqueNames.Apply(graph);
        FixedInputs.Apply(graph, inputShapes);
        var facts = FactsByRunning.Read(runner, graph);
        StaticShapes.Fold(runner, graph, facts);
        NoEffect.Remove(graph, facts);
        Unread.Remove(graph);
        OpsetUpgrade.Apply(graph, facts);
        ChannelFolding.Apply(graph, facts);
        Unread.Remove(graph);
    }
}
