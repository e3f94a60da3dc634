using EdgeVision.Core.Frames;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Core.Tests.Fakes;

/// <summary>One loop whose lanes, one for each detector, all have a frame waiting before it starts, and none after.</summary>
internal sealed class WaitingLanes(params IDetector[] detectors) : IDisposable
{
    private readonly FramePool _pool = new(detectors.Length, FakeSource.SmallFormat);
    private InferenceLoop? _loop;

    public IReadOnlyList<IResultSink> Sinks { get; init; } = [];

    public ITracker Tracker { get; init; } = new NoTracks();

    public int FramesOut => _pool.Outstanding;

    /// <summary>Runs until no frame waits; the lanes' books.</summary>
    public LedgerReading[] RunToEnd()
    {
        var lanes = detectors.Select((_, number) => Lane($"cam{number}")).ToArray();
        var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), TimeProvider.System);
        _loop = new InferenceLoop("fake", pipeline, [.. lanes.Zip(detectors)], TimeProvider.System, NullLogger.Instance);
        foreach (var lane in lanes)
        {
            Assert.True(_pool.TryRent(FrameHolder.Capture, out var frame));
            frame.SetStamp(new FrameStamp(0, TimeProvider.System.GetTimestamp(), default, default));
            VisionPipeline.Offer(lane, frame, CancellationToken.None);
        }

        _loop.Start();
        Eventually.HoldsSync(() => lanes.All(lane => lane.Ledger.Read() is { InSlot: 0, InFlight: 0 }));
        Dispose();
        return [.. lanes.Select(lane => lane.Ledger.Read())];
    }

    public void Dispose() => Assert.True(_loop?.Stop(TimeSpan.FromSeconds(10)) ?? true);

    private CameraLane Lane(string id) => new(
        new LanePlan(id, double.PositiveInfinity, TimeSpan.FromMinutes(1)), new EverythingMoves(), Tracker, new NoRules(), Sinks, TimeProvider.System);
}
