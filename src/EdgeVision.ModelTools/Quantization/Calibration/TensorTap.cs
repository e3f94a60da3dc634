using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>
/// Shows the values of tensors inside a model: the chosen ones become outputs of a copy, which ONNX Runtime then cannot
/// fuse away. Memory stays bounded: where all of them together are too large, they are taken group by group.
/// </summary>
public sealed class TensorTap : IDisposable
{
    private readonly List<TapSession> _sessions = [];

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The model; it is copied.</param>
    /// <param name="tensors">Names of float32 tensors: what nodes make, or the input.</param>
    /// <param name="input">The model's one input, bound for good; the caller fills and disposes it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A tensor is unknown or does not hold float32.</exception>
    /// <exception cref="OrtException">The model does not load.</exception>
    public TensorTap(
        OrtLibrary library, PreparedModel model, IEnumerable<string> tensors, NativeTensor input, TapOptions? options = null)
        : this(
            library, model.Graph.Model, TapGroups.Of(model.Facts, tensors, (options ?? new TapOptions()).LimitBytes), input,
            (options ?? new TapOptions()).Threads)
    {
    }

    internal TensorTap(
        OrtLibrary library, OnnxModel model, IReadOnlyList<IReadOnlyList<string>> groups, NativeTensor input, int threads)
    {
        try
        {
            foreach (var group in groups)
            {
                _sessions.Add(new TapSession(library, model, group, input, threads));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs of the model that one picture needs.</summary>
    public int Groups => _sessions.Count;

    /// <summary>Runs the model on what the input holds now.</summary>
    /// <param name="reader">Called once for each tensor.</param>
    /// <param name="cancel">Looked at between groups.</param>
    /// <exception cref="OrtException">The run failed.</exception>
    public void Run(TapReader reader, CancellationToken cancel = default)
    {
        for (var group = 0; group < _sessions.Count; group++)
        {
            cancel.ThrowIfCancellationRequested();
            using var values = Run(group);
            foreach (var tensor in values.Tensors)
            {
                reader(tensor, values.Of(tensor));
            }
        }
    }

    public void Dispose() => _sessions.ForEach(static session => session.Dispose());

    /// <summary>Runs one group; the values are freed with the answer.</summary>
    internal TappedValues Run(int group) => _sessions[group].Run();
}
