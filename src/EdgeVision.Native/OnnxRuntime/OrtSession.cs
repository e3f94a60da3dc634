using EdgeVision.Native.Linux;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A loaded model. Runs are bound first: <see cref="CreateRun"/>, or Bind for tensors of your own. Safe from any thread.</summary>
public sealed class OrtSession : IDisposable
{
    private readonly OrtLibrary _library;
    private readonly OrtSessionHandle _session;
    private readonly TensorInfo[] _inputs;
    private readonly TensorInfo[] _outputs;

    private OrtSession(OrtLibrary library, OrtSessionHandle session)
    {
        _library = library;
        _session = session;
        _inputs = SessionMetadata.Inputs(library.Table, session);
        _outputs = SessionMetadata.Outputs(library.Table, session);
        Model = SessionMetadata.Model(library.Table, session);
    }

    public IReadOnlyList<TensorInfo> Inputs => _inputs;

    public IReadOnlyList<TensorInfo> Outputs => _outputs;

    /// <summary>What the model file says about itself.</summary>
    public OrtModelInfo Model { get; }

    /// <summary>Which provider runs which node; null unless <see cref="OrtSessionOptions.RecordPlacement"/> asked for it.</summary>
    public OrtPlacement? Placement { get; private init; }

    /// <summary>Loads a model.</summary>
    /// <param name="library">The loaded library.</param>
    /// <param name="modelBytes">The model file's content; copied by the library, so free for reuse afterwards.</param>
    /// <param name="options">How to build the session; null for the defaults.</param>
    /// <exception cref="OrtException">The bytes are no usable model, an option is refused or the provider does not work.</exception>
    public static OrtSession Create(OrtLibrary library, ReadOnlyMemory<byte> modelBytes, OrtSessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        options ??= new OrtSessionOptions();
        using var providers = library.Providers.Lease(options);
        using var setup = SessionSetup.Build(library, options, providers);
        var session = library.Table.CreateSessionFromArray(library.Environment.Handle, modelBytes.Span, setup, providers);
        try
        {
            return new OrtSession(library, session)
            {
                Placement = options.RecordPlacement ? library.Table.Session_GetEpGraphAssignmentInfo(session) : null,
            };
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Binds tensors of the caller's, which stay the caller's to dispose after the run.</summary>
    /// <param name="inputs">One tensor per input, in <see cref="Inputs"/>' order.</param>
    /// <param name="outputs">One per output; null lets the library make that output in each run (its size depends on the data).</param>
    /// <exception cref="ArgumentException">A count, element type or shape is not what the model declares.</exception>
    public OrtRun Bind(IReadOnlyList<NativeTensor> inputs, IReadOnlyList<NativeTensor?> outputs) => Bind(inputs, outputs, []);

    /// <summary>
    /// Allocates and binds inputs and outputs. An output whose shape stays open is made by the library in each run.
    /// </summary>
    /// <param name="shapes">Shapes by tensor name for inputs (needed) and outputs (better) that the model leaves open.</param>
    /// <exception cref="ArgumentException">An input's shape is open and not given, or a given one contradicts the model.</exception>
    public OrtRun CreateRun(IReadOnlyDictionary<string, long[]>? shapes = null)
    {
        var owned = new List<NativeTensor>();
        try
        {
            var inputs = Array.ConvertAll(_inputs, info => Allocate(info, shapes, owned)
                ?? throw new ArgumentException($"input {info} has an open shape: give it one", nameof(shapes)));
            var outputs = Array.ConvertAll(_outputs, info => Allocate(info, shapes, owned));
            return Bind(inputs, outputs, owned);
        }
        catch
        {
            owned.ForEach(static tensor => tensor.Dispose());
            throw;
        }
    }

    /// <summary>Frees the model once no bound run uses it any more, and gives the C library's free memory back to the system.</summary>
    public void Dispose()
    {
        _session.Dispose();
        FreedMemory.GiveBack();
    }

    private OrtRun Bind(
        IReadOnlyList<NativeTensor> inputs, IReadOnlyList<NativeTensor?> outputs, IReadOnlyList<NativeTensor> owned)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        ObjectDisposedException.ThrowIf(_session.IsClosed, this);
        foreach (var input in inputs)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        }

        BindingRules.Check("input", _inputs, inputs);
        BindingRules.Check("output", _outputs, outputs);
        var binding = new RunBinding(
            _library.Table,
            _session,
            _library.Table.CreateRunOptions(),
            (Array.ConvertAll(_inputs, static info => info.Name), [.. inputs.Select(static tensor => tensor.Value)]),
            (Array.ConvertAll(_outputs, static info => info.Name), [.. outputs.Select(static tensor => tensor?.Value)]));
        return new OrtRun(_library.Table, binding, [.. inputs], [.. outputs], owned);
    }

    private NativeTensor? Allocate(TensorInfo info, IReadOnlyDictionary<string, long[]>? shapes, List<NativeTensor> owned)
    {
        var shape = shapes?.GetValueOrDefault(info.Name) ?? (info.IsStatic ? info.Shape : null);
        if (shape is null)
        {
            return null;
        }

        var tensor = NativeTensor.Allocate(_library, info.ElementType, shape);
        owned.Add(tensor);
        return tensor;
    }
}
