using EdgeVision.Core.Faults;

namespace EdgeVision.Capture.Processes;

/// <summary>The child that a source works with now, where an Abort from any thread can reach it.</summary>
internal sealed class CurrentChild : IDisposable
{
    private readonly Lock _gate = new();
    private ChildProcess? _child;
    private bool _aborted;

    public bool Aborted
    {
        get
        {
            lock (_gate)
            {
                return _aborted;
            }
        }
    }

    /// <summary>Ends the child before, if any, and starts the next.</summary>
    /// <exception cref="OperationCanceledException">It was aborted.</exception>
    /// <exception cref="FaultException">The program is missing.</exception>
    public ChildProcess Start(ChildCommand command, string subject, Secrets secrets)
    {
        End();
        if (Aborted)
        {
            throw new OperationCanceledException();
        }

        var child = ChildProcess.Start(command, subject, secrets);
        lock (_gate)
        {
            _child = child;
            if (_aborted)
            {
                child.Interrupt();
            }
        }

        return child;
    }

    /// <summary>Makes the reading of this child, and of every later one, return.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            _aborted = true;
            _child?.Interrupt();
        }
    }

    /// <summary>Ends the child, if any, with its whole group.</summary>
    public void End()
    {
        ChildProcess? child;
        lock (_gate)
        {
            child = _child;
            _child = null;
        }

        child?.Dispose();
    }

    public void Dispose() => End();
}
