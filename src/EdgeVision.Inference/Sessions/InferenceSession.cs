using EdgeVision.Core.Faults;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Onnx;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Sessions;

/// <summary>A model in ONNX Runtime that keeps its manifest's contract.</summary>
public sealed class InferenceSession : IDisposable
{
    private readonly OrtSession _session;
    private readonly Dictionary<string, long[]> _shapes;
    private readonly int[] _outputIndexes;

    private InferenceSession(OrtSession session, ModelManifest manifest, IReadOnlyList<OutputNeed> needs)
    {
        _session = session;
        var outputs = session.Outputs.ToList();
        var infos = needs.Select(need => ModelContract.Find(need, outputs)!).ToList();
        _outputIndexes = [.. infos.Select(info => outputs.IndexOf(info))];
        _shapes = needs.Zip(infos).ToDictionary(pair => pair.Second.Name, pair => ModelContract.ShapeFor(pair.First, pair.Second));
        _shapes[ModelContract.Find(manifest.Input, session.Inputs)!.Name] = manifest.Input.Shape();
    }

    /// <summary>Loads a model and checks it.</summary>
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The verified bytes.</param>
    /// <param name="needs">The outputs that will be read.</param>
    /// <param name="options">How to build the session.</param>
    /// <exception cref="FaultException">
    /// ModelUnreadable: no usable ONNX. AcceleratorUnusable: the library lacks an operator, which the origin names. ModelMismatch: not
    /// what the manifest says.
    /// </exception>
    public static InferenceSession Open(OrtLibrary library, VerifiedModel model, IReadOnlyList<OutputNeed> needs, OrtSessionOptions options)
    {
        var session = Load(library, model, options);
        if (ModelContract.Check(model.Manifest, session.Inputs, session.Outputs, needs) is { } fault)
        {
            session.Dispose();
            throw new FaultException(fault);
        }

        return new InferenceSession(session, model.Manifest, needs);
    }

    /// <summary>Binds one more slot of input and outputs, with memory of its own.</summary>
    public SessionSlot CreateSlot() => new(_session.CreateRun(_shapes), _outputIndexes);

    /// <summary>Frees the model once all slots are disposed.</summary>
    public void Dispose() => _session.Dispose();

    private static OrtSession Load(OrtLibrary library, VerifiedModel model, OrtSessionOptions options)
    {
        if (OnnxReader.Check(model.Bytes) is { } refusal)
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
