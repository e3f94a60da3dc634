using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Service.Benching;

/// <summary>The whole way, from a source to decoded detections, as the service runs it, without a broker.</summary>
internal sealed class BenchPath : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly CameraLane _lane;
    private readonly CameraSupervisor _camera;
    private readonly InferenceLoop _loop;

    public BenchPath(IDetector detector, Func<IFrameSource> connect)
    {
        var time = TimeProvider.System;
        _lane = new CameraLane(
            new LanePlan("bench", double.PositiveInfinity, TimeSpan.FromSeconds(1)), new EverythingMoves(), new NoTracks(), new NoRules(), [Sink], time);
        var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), time);
        _loop = new InferenceLoop("cpu", pipeline, [(_lane, detector)], time, NullLogger.Instance);
        _camera = new CameraSupervisor(_lane, connect, Random.Shared, time, NullLogger.Instance);
        _loop.Start();
        _camera.Start();
    }

    public BenchSink Sink { get; } = new();

    /// <summary>Waits that long, and then on until another frame is done.</summary>
    /// <returns>As of the end of the last one.</returns>
    /// <exception cref="InvalidDataException">None was done within half a minute.</exception>
    public async Task<BenchMark> GoOnAsync(TimeSpan duration, CancellationToken cancellation)
    {
        var (frames, started) = (Sink.Last.Frames, TimeProvider.System.GetTimestamp());
        await Task.Delay(duration, cancellation).ConfigureAwait(false);
        while (Sink.Last.Frames == frames)
        {
            if (TimeProvider.System.GetElapsedTime(started) > duration + Patience)
            {
                throw new InvalidDataException("no frame came through in half a minute: the model is too slow here, or the video cannot be read");
            }

            await Task.Delay(LookAgain, cancellation).ConfigureAwait(false);
        }

        return Sink.Last;
    }

    public void Dispose()
    {
        _camera.Stop(Budget);
        _loop.Stop(Budget);
        _lane.Drain();
        _camera.Dispose();
    }
}
