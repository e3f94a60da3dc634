using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Inference.Workers.Contexts;
using EdgeVision.Inference.Workers.Protocol;
using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Workers.Hosting;

/// <summary>The model in a worker, bound to the shared memory.</summary>
public sealed class HostedModel : IDisposable
{
    private readonly SharedMemory _memory;
    private InferenceSession? _session;
    private SessionSlot[] _slots = [];

    private HostedModel(SharedMemory memory) => _memory = memory;

    public int Slots => _slots.Length;

    /// <summary>How it came to be loaded, and what of it the provider runs.</summary>
    public LoadedReport Report { get; private set; } = new(Placement: null);

    /// <summary>Maps the memory, loads the model, and runs it once in every slot: providers put much off to the first run.</summary>
    /// <exception cref="FaultException">What it says about the model or provider.</exception>
    /// <exception cref="IOException">The memory cannot be mapped.</exception>
    /// <exception cref="ArgumentException">The slots do not lie within the memory.</exception>
    public static HostedModel Open(LoadOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var memory = SharedMemory.Open(order.Memory.Path, order.Memory.Bytes);

        // Both have it now; whatever ends either of them, nothing is left in the file system.
        memory.Unlink();
        var model = new HostedModel(memory);
        try
        {
            model.Load(order);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <exception cref="OrtException">The library or its provider failed.</exception>
    public void Run(int slot) => _slots[slot].Run();

    public void Dispose()
    {
        Close();
        _memory.Dispose();
    }

    private void Load(LoadOrder order)
    {
        var library = OrtLibrary.Load(order.RuntimeLibrary);
        var file = ReadModel(order.Model);
        var input = new ModelInput
        {
            Name = order.Input.Name, Size = new PictureSize(order.Input.Width, order.Input.Height), Layout = order.Input.Layout, Type = order.Input.Type,

            // How a picture gets into the input is the parent's part.
            Color = default, Resize = default,
        };
        try
        {
            var options = Options(library, order);
            var model = new SessionModel(order.Model.Name, order.Model.Manifest, order.Model.Path, order.Model.Sha256, file, input);
            Report = order.Contexts is { } contexts
                ? new ContextLoad(
                    contexts, ContextKey.Of(library, order, DriverFacts.Read()),
                    (compiled, with) => Bind(library, compiled is { } bytes ? model with { Bytes = bytes, IsCompiled = true } : model, order, with),
                    TimeProvider.System).Run(options)
                : new LoadedReport(Bind(library, model, order, options));
        }
        catch (Exception failure) when (ProviderFault.IsOfLibrary(failure))
        {
            throw new HostedModelException(failure, order, file);
        }
    }

    /// <summary>In place of a session that was not to be.</summary>
    /// <returns>What of it the provider runs.</returns>
    private PlacementSummary? Bind(OrtLibrary library, SessionModel model, LoadOrder order, OrtSessionOptions options)
    {
        Close();
        _session = InferenceSession.Open(library, model, order.Outputs, options);
        foreach (var place in order.Memory.Slots)
        {
            _slots = [.. _slots, _session.CreateSlot(_memory, place.Input, place.Outputs)];
            _slots[^1].Run();
        }

        return _session.Placement;
    }

    private void Close()
    {
        foreach (var slot in _slots)
        {
            slot.Dispose();
        }

        _slots = [];
        _session?.Dispose();
        _session = null;
    }

    private static OrtSessionOptions Options(OrtLibrary library, LoadOrder order)
    {
        var options = new OrtSessionOptions
        {
            IntraOpThreads = order.Threads, Spinning = order.Spinning, ProviderOptions = order.ProviderOptions, ConfigEntries = order.ConfigEntries,
        };
        return order.ProviderLibrary is { } path
            ? options with { Devices = PlugIn.DevicesOf(library, order.Provider, path) } : options with { Provider = order.Provider };
    }

    private static byte[] ReadModel(OrderedModel model)
    {
        var bytes = File.ReadAllBytes(model.Path);
        return bytes.Length == model.Bytes && ModelVerification.Hash(bytes) == model.Sha256
            ? bytes
            : throw new FaultException(new Fault(
                FaultCode.ModelMismatch, $"model {model.Name}", $"{model.Path} was changed since it was verified", "restart, so that it is verified anew"));
    }
}
