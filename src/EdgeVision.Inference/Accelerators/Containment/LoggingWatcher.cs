using System.Globalization;
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
            var level = status.State switch
            {
                AcceleratorState.Quarantined or AcceleratorState.Suspect => LogLevel.Warning,
                AcceleratorState.Starting or AcceleratorState.Proving => LogLevel.Debug,
                _ => LogLevel.Information,
            };
            logger.AcceleratorIs(level, status.Name, status.State);
            if (status is { State: AcceleratorState.Ready, Placement: { } placement })
            {
                logger.AcceleratorRuns(status.Name, placement);
            }
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
        logger.AcceleratorFailed(fault, Where(fault.Origin));
        next?.OnFault(fault);
    }

    /// <summary>What is known of its place and of what was done, without gaps for what is not.</summary>
    private static string Where(FaultOrigin? origin)
    {
        string?[] parts = origin is null ? [] :
        [
            $"stage {origin.Stage}", Named("operator", origin.Operator), Named("node", origin.Node), Named("library", origin.LibraryCode), origin.Action,
            origin.Cost is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost.TotalMilliseconds:0} ms lost") : null,
        ];
        return string.Join(", ", parts.Where(static part => !string.IsNullOrEmpty(part)));
    }

    private static string? Named(string what, string? name) => string.IsNullOrEmpty(name) ? null : $"{what} {name}";
}
