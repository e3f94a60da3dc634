using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Service.Composition.Offloading;

namespace EdgeVision.Service.Tests.Composition;

/// <summary>A stick that is plugged in is noticed, and nothing else is.</summary>
public class HardwareWatchTests
{
    private static readonly CpuInfo Processor = new("Test CPU", 4, "arm64", "arm", []);
    private readonly Queue<FoundDevice[]> _looks = new();

    [Fact]
    public async Task It_ends_at_the_look_that_differs_and_says_what_there_is()
    {
        var stick = new FoundDevice { Name = "Coral", Family = AcceleratorFamily.Tpu, Bus = DeviceBus.Usb, Address = "2-1" };
        foreach (var look in new FoundDevice[][] { [], [], [], [stick] })
        {
            _looks.Enqueue(look);
        }

        var watch = new HardwareWatch(new InstantTime(), () => new HardwareInventory("Board", [], Processor, _looks.Dequeue()));
        Assert.Equal("Coral (Usb 2-1)", await watch.ChangeAsync(CancellationToken.None));
        Assert.Empty(_looks);

        _looks.Enqueue([stick with { Nodes = ["/dev/apex_0"] }]);
        Assert.Equal("Coral (Usb 2-1) /dev/apex_0", await watch.ChangeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var watch = new HardwareWatch(TimeProvider.System, () => new HardwareInventory("Board", [], Processor, []));
        var change = watch.ChangeAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
    }

    /// <summary>All pauses are over at once.</summary>
    private sealed class InstantTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
