using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers;

/// <summary>All slots of a worker, and the shared memory they lie in.</summary>
internal sealed class WorkerSlots : IDisposable
{
    private readonly SharedMemory _memory;
    private readonly WorkerSlot[] _slots;

    /// <exception cref="ArgumentException">They need 2 GiB or more.</exception>
    /// <exception cref="IOException">There is not that much shared memory.</exception>
    public WorkerSlots(WorkerPlan plan, VerifiedModel model, IReadOnlyList<OutputNeed> needs)
    {
        var input = model.Manifest.Input;
        var layout = new SlotLayout(input, needs, plan.Slots);
        _memory = SharedMemory.Create(WorkerSetup.NewMemoryPath(), layout.Bytes);
        _slots = [.. layout.Places.Select(place => new WorkerSlot(
            _memory, place, NativeTensor.Over(null, _memory, place.Input, layout.InputType, input.Shape()), needs))];
        Order = new LoadOrder
        {
            Model = new OrderedModel(
                model.Manifest.Name, model.Manifest.Path, Path.GetFullPath(model.Path), model.Manifest.Sha256, model.Bytes.Length),
            Input = new OrderedInput(input.Name, input.Size.Width, input.Size.Height, input.Layout, input.Type),
            Outputs = needs,
            Memory = new OrderedMemory(_memory.Path, layout.Bytes, layout.Places),
            Provider = plan.Provider,
            ProviderOptions = plan.ProviderOptions,
            ConfigEntries = plan.ConfigEntries,
            Contexts = plan.Contexts,
            RuntimeLibrary = plan.RuntimeLibrary,
            ProviderLibrary = plan.ProviderLibrary,
            Threads = plan.Threads,
            Spinning = plan.Spinning,
        };
    }

    /// <summary>What the worker is told to load.</summary>
    public LoadOrder Order { get; }

    public int Count => _slots.Length;

    public WorkerSlot this[int slot] => _slots[slot];

    /// <summary>Takes the memory's name away; also once the worker has done it.</summary>
    public void Unlink() => _memory.Unlink();

    public void Dispose()
    {
        _memory.Unlink();
        foreach (var slot in _slots)
        {
            slot.Dispose();
        }

        _memory.Dispose();
    }
}
