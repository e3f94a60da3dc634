using EdgeVision.Core.Faults;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>Logs what happens to accelerators, each change of state once, and tells the next watcher.</summary>
/// <param name="logger">Gets the lines.</param>
/// <param name="next">Is told all the same; null for none.</param>
public sealed class LoggingWatcher(ILogger logger, IAcceleratorWatcher? next = null) : IAcceleratorWatcher
{
    private readonly Dictionary<string, AcceleratorState> _states = new(StringComparer.Ordinal);

    public void OnState(AcceleratorStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (!_states.TryGetValue(status.Name, out var known) || known != status.State)
        {
            _states[status.Name] = status.State;
            var level = status.State is AcceleratorState.Quarantined or AcceleratorState.Suspect ? LogLevel.Warning : LogLevel.Information;
            logger.AcceleratorIs(level, status.Name, status.State);
        }

        next?.OnState(status);
    }

    public void OnActive(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (from.Length == 0)
        {
            logger.FirstFramesGoTo(to);
        }
        else
        {
            logger.FramesGoTo(from, to);
        }

        next?.OnActive(from, to);
    }

    public void OnFault(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var origin = fault.Origin;
        logger.AcceleratorFailed(fault, origin?.Stage, origin?.Operator, origin?.Node, origin?.LibraryCode, origin?.Action, origin?.Cost);
        next?.OnFault(fault);
    }
}
