using EdgeVision.Inference.Onnx;
using EdgeVision.ModelTools.Quantization.Graphs;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>A copy of a model with some of its tensors as further outputs.</summary>
internal sealed class TapSession : IDisposable
{
    private readonly OrtSession _session;
    private readonly NativeTensor _input;
    private readonly string _inputName;
    private readonly IReadOnlyList<string> _tensors;
    private readonly NativeTensor?[] _madeByRun;
    private readonly Dictionary<string, int> _outputs;

    public TapSession(OrtLibrary library, OnnxModel model, IReadOnlyList<string> tensors, NativeTensor input, int threads)
    {
        var copy = OnnxCopy.Of(model);
        var constants = copy.Graph.Initializers.Select(static constant => constant.Name).ToHashSet(StringComparer.Ordinal);
        _inputName = copy.Graph.Inputs.Where(one => !constants.Contains(one.Name)).ToList() is [var only]
            ? only.Name
            : throw new QuantizationRefusedException("", $"the model has {copy.Graph.Inputs.Count} inputs; only models with one picture as input can be quantized");
        _tensors = tensors;
        _input = input;
        _session = Open(library, copy, tensors.Where(tensor => tensor != _inputName), threads);
        _madeByRun = new NativeTensor?[_session.Outputs.Count];
        _outputs = _session.Outputs.Select((info, index) => (info.Name, index)).ToDictionary(StringComparer.Ordinal);
    }

    public TappedValues Run()
    {
        // Bound anew each time: outputs that the library made would else stay until the next run, those of all groups at once.
        var run = _session.Bind([_input], _madeByRun);
        try
        {
            run.Run();
            return new TappedValues(run, _inputName, _outputs, _tensors);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    public void Dispose() => _session.Dispose();

    private static OrtSession Open(OrtLibrary library, OnnxModel model, IEnumerable<string> tensors, int threads)
    {
        foreach (var tensor in tensors.Except(model.Graph.Outputs.Select(static output => output.Name), StringComparer.Ordinal))
        {
            model.Graph.Outputs.Add(new OnnxValueInfo
            {
                Name = tensor,
                Type = new OnnxType { Kind = OnnxTypeKind.Tensor, ElementType = OnnxDataType.Float32 },
            });
        }

        // An arena would keep the largest sum of outputs for good.
        return OrtSession.Create(
            library, OnnxWriter.Write(model),
            new OrtSessionOptions { IntraOpThreads = threads, CpuMemoryArena = false, MemoryPattern = false });
    }
}
