namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// A session with its inputs and outputs bound once. Write the inputs, <see cref="Run"/>, read the outputs: no managed
/// allocation in between. One thread at a time; several bound runs of one session may run side by side.
/// </summary>
public sealed unsafe class OrtRun : IDisposable
{
    private readonly OrtTable _table;
    private readonly RunBinding _binding;
    private readonly IReadOnlyList<NativeTensor> _owned;
    private volatile bool _cancelled;
    private int _running;

    internal OrtRun(
        OrtTable table, RunBinding binding, IReadOnlyList<NativeTensor> inputs, IReadOnlyList<NativeTensor?> outputs,
        IReadOnlyList<NativeTensor> owned)
    {
        _table = table;
        _binding = binding;
        _owned = owned;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>The bound inputs, in the session's order.</summary>
    public IReadOnlyList<NativeTensor> Inputs { get; }

    /// <summary>The bound outputs, in the session's order; null where the library makes the output in each run.</summary>
    public IReadOnlyList<NativeTensor?> Outputs { get; }

    /// <summary>Runs the model on what the inputs hold now.</summary>
    /// <exception cref="OrtException">The library or its execution provider failed; the run can be tried again.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Cancel"/> was called; <see cref="Reset"/> makes it usable again.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside this run.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public void Run()
    {
        ObjectDisposedException.ThrowIf(_binding.IsClosed, this);
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("this bound run is already running: bind another one for each thread");
        }

        var held = false;
        try
        {
            _binding.DangerousAddRef(ref held);
            _binding.Run();
        }
        catch (OrtException error) when (_cancelled)
        {
            throw new OperationCanceledException("the run was cancelled", error);
        }
        finally
        {
            if (held)
            {
                _binding.DangerousRelease();
            }

            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>Stops the run in progress at its next operator, and every later one until <see cref="Reset"/>. From any thread.</summary>
    public void Cancel() => SetTerminate(true);

    /// <summary>Takes back <see cref="Cancel"/>.</summary>
    public void Reset() => SetTerminate(false);

    /// <summary>The shape of an output after a run; it allocates only where the library made the output.</summary>
    public ReadOnlySpan<long> OutputShape(int index)
    {
        if (Outputs[index] is { } tensor)
        {
            return tensor.Shape;
        }

        using var info = _table.GetTensorTypeAndShape(MadeByRun(index));
        return _table.GetDimensions(info.DangerousGetHandle());
    }

    /// <summary>The elements of an output after a run; gone with the next run where the library made the output.</summary>
    /// <exception cref="InvalidOperationException">The output is of another type, or there was no successful run yet.</exception>
    public ReadOnlySpan<T> Output<T>(int index)
        where T : unmanaged
    {
        if (Outputs[index] is { } tensor)
        {
            return tensor.As<T>();
        }

        var value = MadeByRun(index);
        using var info = _table.GetTensorTypeAndShape(value);
        var type = _table.GetTensorElementType(info.DangerousGetHandle());
        if (!type.Is<T>())
        {
            throw new InvalidOperationException($"output {index} holds {type}, not {typeof(T).Name}");
        }

        var count = 1L;
        foreach (var size in _table.GetDimensions(info.DangerousGetHandle()))
        {
            count *= size;
        }

        return new ReadOnlySpan<T>(_table.GetTensorMutableData(value), checked((int)count));
    }

    /// <summary>Lets go of the session and the tensors; frees the tensors that this run made itself.</summary>
    public void Dispose()
    {
        _binding.Dispose();
        foreach (var tensor in _owned)
        {
            tensor.Dispose();
        }
    }

    private nint MadeByRun(int index)
    {
        ObjectDisposedException.ThrowIf(_binding.IsClosed, this);
        var value = _binding.Output(index);
        return value != 0 ? value : throw new InvalidOperationException($"output {index} exists only after a successful run");
    }

    private void SetTerminate(bool terminate)
    {
        var held = false;
        try
        {
            _binding.DangerousAddRef(ref held);
            _cancelled = terminate;
            _binding.SetTerminate(terminate);
        }
        finally
        {
            if (held)
            {
                _binding.DangerousRelease();
            }
        }
    }
}
