using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Pipeline;
using EdgeVision.Core.Ports;
using EdgeVision.Service.Truth;
using EdgeVision.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeVision.Service.Tests.Truth;

/// <summary>Through the real lane, loop and camera: a detector whose errors are known gets exactly the figures it earns.</summary>
public sealed class TruthCheckTests
{
    private static readonly StreetOptions Street = new()
    {
        Seed = 5, Size = new PictureSize(320, 192), Traffic = Traffic.Busy, Frames = 40, Start = 300, FramesPerSecond = 2, Pace = StreetPace.Fast,
    };

    [Fact]
    public async Task Who_says_the_truth_is_right_in_everything()
    {
        var (detector, reading) = await Run(new KnownErrors());
        Assert.True(detector.Objects > 50, $"only {detector.Objects} objects: no test");
        Assert.Equal((40, 0L), (reading.Frames, reading.NotCompared));
        Assert.Equal((detector.Objects, detector.Objects, detector.Objects), Counts(reading));
        Assert.Equal(["person", "bicycle", "car", "motorcycle", "bus", "truck"], reading.PerLabel.Select(pair => pair.Label));
        Assert.True(reading.PerLabel.Count(pair => pair.Agreement.References > 0) >= 3);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 2)]
    [InlineData(4, 1)]
    public async Task What_is_missed_lowers_recall_and_what_is_invented_precision(int missEvery, int invented)
    {
        var (detector, reading) = await Run(new KnownErrors(missEvery, invented));
        var said = detector.Objects - detector.Missed;
        Assert.Equal((said, said + detector.Invented, detector.Objects), Counts(reading));
        Assert.Equal(missEvery > 0, detector.Missed > 0);
        Assert.Equal(40 * invented, detector.Invented);
    }

    [Fact]
    public async Task What_is_nearly_hidden_is_neither_hit_nor_miss()
    {
        var (detector, reading) = await Run(new KnownErrors(WithHidden: true));
        Assert.True(detector.Hidden > 0, "nothing was hidden: no test");
        Assert.Equal((detector.Objects, detector.Objects, detector.Objects), Counts(reading));
    }

    [Theory]
    [InlineData(.3f, true)]
    [InlineData(1.01f, false)]
    public async Task A_box_beside_its_object_is_no_hit(float shift, bool hits)
    {
        // Moved by a share s of its width: IoU = (1 - s) / (1 + s), .54 and 0.
        var (detector, reading) = await Run(new KnownErrors(Shift: shift));
        Assert.Equal(detector.Objects, reading.Overall.References);
        Assert.InRange(reading.Overall.Recall, hits ? .95 : 0, hits ? 1 : .1);
    }

    [Fact]
    public async Task Only_the_cameras_objects_count()
    {
        var (_, reading) = await Run(new KnownErrors(0, 2), "CAR", "kite");
        var (label, cars) = Assert.Single(reading.PerLabel);
        Assert.Equal("car", label);
        Assert.True(cars.References > 0);
        Assert.Equal((cars.References, cars.References), (cars.Matched, cars.Candidates));
    }

    [Fact]
    public async Task A_frame_of_which_nothing_is_known_is_counted_as_not_compared()
    {
        var (_, reading) = await Run(new KnownErrors(), [], tells: false);
        Assert.Equal((0, 40L), (reading.Frames, reading.NotCompared));
        Assert.Contains("40 more frames were not compared", TruthWords.Lines(reading).Last(), StringComparison.Ordinal);
    }

    private static Task<(KnowingDetector Detector, TruthReading Reading)> Run(KnownErrors errors, params string[] objects) => Run(errors, objects, tells: true);

    private static async Task<(KnowingDetector Detector, TruthReading Reading)> Run(KnownErrors errors, string[] objects, bool tells)
    {
        var detector = new KnowingDetector(Street, errors);
        var check = new TruthCheck(TruthCheck.LabelsOf(detector.Labels, objects), .35f);
        var lane = new CameraLane(
            new LanePlan("street", double.PositiveInfinity, TimeSpan.FromSeconds(5)), new EverythingMoves(), new NoTracks(), new NoRules(),
            [new Wellness(), check], TimeProvider.System);
        var pipeline = new VisionPipeline(new FairScheduler(), new FullBudget(), TimeProvider.System);
        var loop = new InferenceLoop("fake", pipeline, [(lane, detector)], TimeProvider.System, NullLogger.Instance);
        using var camera = new CameraSupervisor(
            lane, () => new SyntheticStreetSource(Street, TimeProvider.System, tells ? check.OnDrawn : null), new Random(1), TimeProvider.System, NullLogger.Instance);
        loop.Start();
        camera.Start();
        await Eventually.Holds(() => camera.Ended.IsCompleted && lane.Ledger.Read() is { InSlot: 0, InFlight: 0 });
        Assert.True(loop.Stop(TimeSpan.FromSeconds(10)) && camera.Stop(TimeSpan.FromSeconds(10)));
        await check.DisposeAsync();
        return (detector, check.Read());
    }

    private static (int Matched, int Found, int Objects) Counts(TruthReading reading) =>
        (reading.Overall.Matched, reading.Overall.Candidates, reading.Overall.References);

    /// <summary>The loop and the camera must be well, else the figures mean nothing.</summary>
    private sealed class Wellness : IResultSink
    {
        public void OnResult(LaneResult result)
        {
        }

        public void OnEvent(Core.Scenes.SceneEvent sceneEvent)
        {
        }

        public void OnCamera(CameraStatus status) => Assert.Null(status.Fault);

        public void OnFault(Fault fault) => Assert.Fail(fault.ToString());
    }
}
