using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers;

/// <summary>One slot of a worker as its parent sees it: tensors over the shared memory, and the completion of its runs.</summary>
internal sealed class WorkerSlot : ITensorOutputs, IDisposable
{
    private readonly NativeTensor[] _outputs;

    public WorkerSlot(SharedMemory memory, SlotPlace place, NativeTensor input, IReadOnlyList<OutputNeed> needs)
    {
        Input = input;
        _outputs = [.. needs.Zip(place.Outputs, (need, at) => NativeTensor.Over(null, memory, at, TensorElementType.Float32, [.. need.Shape]))];
    }

    public NativeTensor Input { get; }

    public RunCompletion Completion { get; } = new();

    public ReadOnlySpan<float> Floats(int index) => _outputs[index].AsFloats();

    public void Dispose()
    {
        Input.Dispose();
        foreach (var output in _outputs)
        {
            output.Dispose();
        }
    }
}
