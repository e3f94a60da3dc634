using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Tests.Containment.Fakes;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>One line for each change of state, and everything handed on.</summary>
public class LoggingWatcherTests
{
    [Fact]
    public void A_state_is_logged_once_and_a_fault_with_all_that_pinpoints_it()
    {
        var lines = new LineLogger();
        var next = new RecordingWatcher();
        var watcher = new LoggingWatcher(lines, next);
        watcher.OnState(Status(AcceleratorState.Ready, active: false));
        watcher.OnState(Status(AcceleratorState.Ready, active: true));
        watcher.OnActive("", "cpu");
        watcher.OnActive("cpu", "npu");
        watcher.OnState(Status(AcceleratorState.Quarantined, active: false));
        watcher.OnFault(new Fault(FaultCode.AcceleratorUnusable, "accelerator npu", "it cannot be opened")
        {
            Origin = new FaultOrigin("npu", "QNN", "", FaultStage.Load, "head", "Resize", "NOT_IMPLEMENTED", "cpu serves", TimeSpan.FromMilliseconds(12)),
        });
        Assert.Equal(
            [
                "Information accelerator npu is Ready",
                "Information frames go to accelerator cpu",
                "Information frames go to accelerator npu from now on, no longer to cpu",
                "Warning accelerator npu is Quarantined",
                "Warning accelerator npu: it cannot be opened (stage Load, operator Resize, node head, library NOT_IMPLEMENTED, cpu serves, 12 ms lost)",
            ],
            lines.Lines);
        Assert.Equal((3, 2, 1), (next.States.Count, next.Changes.Count, next.Faults.Count));
    }

    private static AcceleratorStatus Status(AcceleratorState state, bool active) => new("npu", "QNN", state, active, null, 0);

    private sealed class LineLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
