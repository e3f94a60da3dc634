using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Core.Tests.Fakes;

/// <summary>One camera, one lane, one loop, wired as the service wires them.</summary>
internal sealed class LoopRig : IDisposable
{
    private readonly InferenceLoop _loop;
    private readonly CameraSupervisor _camera;

    public LoopRig(FakeDetector detector, Func<IFrameSource> connect, IResultSink? sink = null)
    {
        Lane = new CameraLane(
            new LanePlan("cam", double.PositiveInfinity, TimeSpan.FromSeconds(5)),
            new EverythingMoves(), new NoTracks(), new NoRules(), [sink ?? Sink], TimeProvider.System);
        var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), TimeProvider.System);
        _loop = new InferenceLoop("fake", pipeline, [(Lane, detector)], TimeProvider.System, NullLogger.Instance);
        _camera = new CameraSupervisor(Lane, connect, new Random(1), TimeProvider.System, NullLogger.Instance);
    }

    public RecordingSink Sink { get; } = new();

    public CameraLane Lane { get; }

    public void RunToEnd()
    {
        Start();
        Finish();
    }

    public void Start()
    {
        _loop.Start();
        _camera.Start();
    }

    public void Finish()
    {
        Eventually.HoldsSync(() => _camera.Ended.IsCompleted);
        Eventually.HoldsSync(() => Lane.Ledger.Read() is { InSlot: 0, InFlight: 0 });
        Assert.True(_loop.Stop(TimeSpan.FromSeconds(10)));
        Assert.True(_camera.Stop(TimeSpan.FromSeconds(10)));
    }

    public void Dispose()
    {
        _camera.Dispose();
    }
}
