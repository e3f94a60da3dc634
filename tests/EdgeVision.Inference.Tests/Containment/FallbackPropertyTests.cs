using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Tests.Containment.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Containment;

/// <summary>Whatever the devices do, in whatever order.</summary>
public class FallbackPropertyTests
{
    private static readonly string[] Names = ["npu", "gpu"];

    [SkippableFact]
    public void Every_frame_comes_out_once_as_itself_and_healthy_devices_serve_again()
    {
        EdgeVision.Testing.Ort.Need();
        var order = from kind in Gen.Choose(0, 9)
                    from device in Gen.Choose(0, 1)
                    from mood in Gen.Elements(Enum.GetValues<Mood>())
                    from milliseconds in Gen.Choose(1, 20_000)
                    select (kind, device, mood, milliseconds);
        var script = order.ListOf().Resize(30);
        Prop.ForAll(script.ToArbitrary(), orders =>
        {
            Task.Run(() => Play(orders)).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    private static async Task Play(IEnumerable<(int Kind, int Device, Mood Mood, int Milliseconds)> orders)
    {
        var rig = new FallbackRig("npu", "gpu", "cpu");
        foreach (var (kind, device, mood, milliseconds) in orders)
        {
            switch (kind)
            {
                case 0:
                    rig.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
                    break;
                case 1:
                    rig[Names[device]].Release();
                    break;
                case 2 or 3:
                    rig[Names[device]].Mood = mood;
                    break;
                case 4 or 5:
                    await Two(rig, inOrder: kind == 4);
                    break;
                default:
                    Assert.True((await rig.Run(kind & 1)).Ok);
                    break;
            }

            CheckActive(rig);
        }

        foreach (var name in Names)
        {
            rig[name].Mood = Mood.Well;
        }

        await rig.Until("npu");
        Assert.True((await rig.Run()).Ok);
        await rig.Until(() => rig.StatusOf("gpu").State == AcceleratorState.Ready);
        rig.Dispose();
        Assert.Equal(0, rig.Open);
        Assert.Empty(rig.Misuses);
        CheckWays(rig);
    }

    /// <summary>One prepared while the other is in flight, as the loop does it.</summary>
    private static async Task Two(FallbackRig rig, bool inOrder)
    {
        var first = rig.Prepare(0);
        var running = rig.Accelerator.Submit(0).AsTask();
        var second = rig.Prepare(1);
        var early = inOrder ? null : rig.Accelerator.Submit(1).AsTask();
        Assert.True((await rig.Finish(0, first, running)).Ok);
        Assert.True((await rig.Finish(1, second, early ?? rig.Accelerator.Submit(1).AsTask())).Ok);
    }

    /// <summary>The cpu never fails here; the active one is the first that serves.</summary>
    private static void CheckActive(FallbackRig rig)
    {
        var statuses = rig.Accelerator.Statuses;
        var serves = statuses.First(status => status.State is AcceleratorState.Ready or AcceleratorState.Suspect);
        Assert.True(serves.Active, string.Join(Environment.NewLine, statuses));
        Assert.Single(statuses, status => status.Active);
    }

    /// <summary>Each state was told once, and follows from the one before.</summary>
    private static void CheckWays(FallbackRig rig)
    {
        foreach (var name in Names)
        {
            var told = rig.Watcher.States.Where(status => status.Name == name).ToList();
            Assert.All(told.Zip(told.Skip(1)), pair =>
            {
                Assert.NotEqual((pair.First.State, pair.First.Active), (pair.Second.State, pair.Second.Active));
                Assert.True(
                    pair.First.State == pair.Second.State || AcceleratorLife.Allows(pair.First.State, pair.Second.State),
                    $"{name}: {pair.First.State} to {pair.Second.State}");
            });
        }
    }
}
