using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.ModelTools.Quantization.Preparation;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Rewrites;

/// <summary>Rewrites what ONNX Runtime's integer kernels are slow at into what they are fast at; the model computes the same.</summary>
public static class IntegerRewrites
{
    /// <param name="library">Runs the result, for the facts of its new values.</param>
    /// <param name="model">Stays as it is.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>The rewritten model, and what was done, in words.</returns>
    public static (PreparedModel Model, IReadOnlyList<string> Done) Apply(OrtLibrary library, PreparedModel model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        var graph = model.Copy();
        var done = new List<string>();
        Note("slices before the first layer became SpaceToDepth", FocusStem.Apply(graph));
        Note("first layer of stride 2 became SpaceToDepth and stride 1", StridedStem.Apply(graph, model.Facts));
        Note("nearest-neighbour doubling became Concat", NearestUpsample.Apply(graph, model.Facts));
        if (done.Count == 0)
        {
            return (model, done);
        }

        Unread.Remove(graph);
        return (new PreparedModel(graph, FactsByRunning.Write(new OrtRunner(library, cancellation), graph)), done);

        void Note(string what, int count)
        {
            if (count > 0)
            {
                done.Add(count == 1 ? what : $"{what} ({count} times)");
            }
        }
    }
}
