using EdgeVision.Capture;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Service.Composition;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Service.Benching;

/// <summary>The whole way, from a video file read as fast as possible to decoded detections, as the service runs it, without a broker.</summary>
internal sealed class PathRun : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    private readonly StageSink _stages = new();
    private readonly CameraLane _lane;
    private readonly CameraSupervisor _camera;
    private readonly InferenceLoop _loop;

    public PathRun(IDetector detector, string video)
    {
        var time = TimeProvider.System;
        _lane = new CameraLane(
            new LanePlan("bench", double.PositiveInfinity, TimeSpan.FromSeconds(1)), new EverythingMoves(), new NoTracks(), new NoRules(), [_stages], time);
        var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), time);
        _loop = new InferenceLoop("cpu", pipeline, [(_lane, detector)], time, NullLogger.Instance);
        var connect = CameraKinds.Connector(
            "bench", SourceSpec.Parse(video), new CaptureOptions { Pace = CapturePace.Asap, Loop = true }, null, time);
        _camera = new CameraSupervisor(_lane, connect, Random.Shared, time, NullLogger.Instance);
        _loop.Start();
        _camera.Start();
    }

    /// <summary>Frames inferred so far.</summary>
    public long Frames => _lane.Ledger.Read()[FrameFate.Inferred];

    public StageSink Stages => _stages;

    public void Dispose()
    {
        _camera.Stop(Budget);
        _loop.Stop(Budget);
        _lane.Drain();
        _camera.Dispose();
    }
}
