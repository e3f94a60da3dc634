using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Placement;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.Native.Linux;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>A model in ONNX Runtime that keeps its manifest's contract.</summary>
public sealed class InferenceSession : IDisposable
{
    private readonly OrtLibrary _library;
    private readonly OrtSession _session;
    private readonly Dictionary<string, long[]> _shapes;
    private readonly int[] _outputIndexes;

    private InferenceSession(OrtLibrary library, OrtSession session, ModelInput input, IReadOnlyList<OutputNeed> needs)
    {
        _library = library;
        _session = session;
        var outputs = session.Outputs.ToList();
        var infos = needs.Select(need => ModelContract.Find(need, outputs)!).ToList();
        _outputIndexes = [.. infos.Select(info => outputs.IndexOf(info))];
        _shapes = needs.Zip(infos).ToDictionary(pair => pair.Second.Name, pair => ModelContract.ShapeFor(pair.First, pair.Second));
        _shapes[ModelContract.Find(input, session.Inputs)!.Name] = input.Shape();
    }

    /// <summary>What of the model a provider beside the processor's runs; null where there is none, or the library is too old to tell.</summary>
    public PlacementSummary? Placement { get; private init; }

    /// <summary>Loads a model and checks it.</summary>
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The verified bytes.</param>
    /// <param name="needs">The outputs that will be read.</param>
    /// <param name="options">How to build the session.</param>
    /// <exception cref="FaultException">
    /// ModelUnreadable: no usable ONNX. AcceleratorUnusable: the library lacks an operator, which the origin names. ModelMismatch: not
    /// what the manifest says.
    /// </exception>
    public static InferenceSession Open(OrtLibrary library, VerifiedModel model, IReadOnlyList<OutputNeed> needs, OrtSessionOptions options) =>
        Open(library, new SessionModel(model.Manifest.Name, model.Manifest.Path, model.Path, model.Manifest.Sha256, model.Bytes, model.Manifest.Input), needs, options);

    /// <inheritdoc cref="Open(OrtLibrary, VerifiedModel, IReadOnlyList{OutputNeed}, OrtSessionOptions)"/>
    public static InferenceSession Open(OrtLibrary library, SessionModel model, IReadOnlyList<OutputNeed> needs, OrtSessionOptions options)
    {
        var shared = options.Devices.Count > 0 || options.Provider is not (null or "CPU");
        var session = Load(library, model, options with { RecordPlacement = shared && library.TableVersion >= OrtVersion.OldestWithPlacement });
        if (ModelContract.Check(model.Name, model.Manifest, model.Input, session.Inputs, session.Outputs, needs) is { } fault)
        {
            session.Dispose();
            throw new FaultException(fault);
        }

        var placement = session.Placement is { } shares ? SummaryOf(library, model, shares) : null;
        if (placement is { Taken: 0 })
        {
            session.Dispose();
            throw new FaultException(NothingTaken(model, options, placement));
        }

        return new InferenceSession(library, session, model.Input, needs) { Placement = placement };
    }

    /// <summary>Binds one more slot of input and outputs, with memory of its own.</summary>
    public SessionSlot CreateSlot() => new(_session.CreateRun(_shapes), _outputIndexes);

    /// <summary>Binds one more slot over memory that others see too; what the model gives beyond the needs, the library keeps to itself.</summary>
    /// <param name="memory">Must outlive the slot.</param>
    /// <param name="inputAt">Where the input begins, in bytes.</param>
    /// <param name="outputsAt">Where each needed output begins.</param>
    /// <exception cref="ArgumentException">They do not lie within the memory.</exception>
    public SessionSlot CreateSlot(SharedMemory memory, int inputAt, IReadOnlyList<int> outputsAt)
    {
        var input = Over(memory, inputAt, _session.Inputs[0]);
        var outputs = new NativeTensor?[_session.Outputs.Count];
        for (var i = 0; i < _outputIndexes.Length; i++)
        {
            outputs[_outputIndexes[i]] = Over(memory, outputsAt[i], _session.Outputs[_outputIndexes[i]]);
        }

        return new SessionSlot(_session.Bind([input], outputs), _outputIndexes);
    }

    /// <summary>Frees the model once all slots are disposed.</summary>
    public void Dispose() => _session.Dispose();

    private static Fault NothingTaken(SessionModel model, OrtSessionOptions options, PlacementSummary placement)
    {
        var provider = options.Provider ?? options.Devices[0].Provider;
        return new Fault(
            FaultCode.AcceleratorUnusable, $"model {model.Name}", $"{provider} takes no node of it, all {placement.Nodes} would run on the processor",
            "see which precisions and operators the provider supports; edgevision quantize makes an 8-bit model", placement.Left)
        {
            Origin = new FaultOrigin(provider, provider, model.Sha256, FaultStage.Compile),
        };
    }

    private static PlacementSummary SummaryOf(OrtLibrary library, SessionModel model, OrtPlacement shares) =>
        model.IsCompiled ? PlacementSummary.Of(shares) : PlacementSummary.Of(library, model.Bytes, shares);

    private NativeTensor Over(SharedMemory memory, int at, TensorInfo info) =>
        NativeTensor.Over(_library, memory, at, info.ElementType, _shapes[info.Name]);

    private static OrtSession Load(OrtLibrary library, SessionModel model, OrtSessionOptions options)
    {
        if (!model.IsCompiled && OnnxReader.Check(model.Bytes) is { } refusal)
        {
            throw new FaultException(LibraryFault.OfRefusal(model, refusal));
        }

        try
        {
            return OrtSession.Create(library, model.Bytes, options);
        }
        catch (OrtException error)
        {
            throw new FaultException(LibraryFault.OfLoad($"{library.Version}", model, error), error);
        }
    }
}
