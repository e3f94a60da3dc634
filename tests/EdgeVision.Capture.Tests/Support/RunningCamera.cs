using EdgeVision.Capture.Sources;
using EdgeVision.Core.Pipeline;
using EdgeVision.Testing;

namespace EdgeVision.Capture.Tests.Support;

/// <summary>A camera under a supervisor, with nobody who takes its frames.</summary>
public sealed class RunningCamera : IDisposable
{
    public RunningCamera(string source, CaptureOptions? options = null)
    {
        var connector = new SourceConnector("cam", SourceSpec.Parse(source), options ?? new CaptureOptions { Loop = true }, null, TimeProvider.System);
        var lane = new CameraLane(
            new LanePlan("cam", double.PositiveInfinity, TimeSpan.FromSeconds(5)),
            new EverythingMoves(), new NoTracks(), new NoRules(), [Sink], TimeProvider.System);
        Supervisor = new CameraSupervisor(lane, connector.Connect, new Random(1), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        Supervisor.Start();
    }

    public RecordingSink Sink { get; } = new();

    public CameraSupervisor Supervisor { get; }

    public void WaitForFrames(int more)
    {
        var before = Supervisor.Lane.Ledger.Read().Captured;
        Eventually.HoldsSync(() => Supervisor.Lane.Ledger.Read().Captured >= before + more);
    }

    public void Dispose()
    {
        Assert.True(Supervisor.Stop(TimeSpan.FromSeconds(20)));
        Supervisor.Dispose();
    }
}
