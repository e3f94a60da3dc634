using EdgeVision.Core.Pipeline;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Service.Live;
using EdgeVision.Service.Truth;

namespace EdgeVision.Service.Tests.Live;

public sealed class LiveLinesTests
{
    [Fact]
    public async Task AConsoleThatTakesNoLinesGathersNoWriters()
    {
        using var output = new StuckWriter();
        var lane = new CameraLane(
            new LanePlan("gate", 10, TimeSpan.FromSeconds(1)), new EverythingMoves(), new NoTracks(), new NoRules(), [], TimeProvider.System);
        var lines = new LiveLines([lane], new LabelCounts(), new Dictionary<string, TruthCheck>(), () => new MqttCounters(0, 0, 0, 0, 0, 0, 0, 0, []), TimeProvider.System, output);
        var stuck = Task.Factory.StartNew(lines.Print, TaskCreationOptions.LongRunning);
        output.Entered.Wait();
        lines.Print();
        Assert.Equal(1, output.Lines);

        output.Release.Set();
        await stuck;
        lines.Print();
        Assert.Equal(2, output.Lines);
    }

    private sealed class StuckWriter : StringWriter
    {
        public ManualResetEventSlim Entered { get; } = new(false);

        public ManualResetEventSlim Release { get; } = new(false);

        public int Lines { get; private set; }

        public override void WriteLine(string? value)
        {
            if (++Lines == 1)
            {
                Entered.Set();
                Release.Wait();
            }
        }

        protected override void Dispose(bool disposing)
        {
            Entered.Dispose();
            Release.Dispose();
            base.Dispose(disposing);
        }
    }
}
