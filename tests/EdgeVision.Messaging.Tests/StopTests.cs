using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;

namespace EdgeVision.Messaging.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task A_connect_that_hangs_blocks_neither_callers_nor_the_stop()
    {
        using var hang = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        using var transport = new FakeTransport
        {
            OnConnect = () =>
            {
                entered.Set();
                hang.Wait();
            },
        };
        var rig = new Rig(Rig.Options(1), transport);
        rig.Loop.Start();
        entered.Wait();
        Assert.True(rig.Loop.Publish(rig.Fault(0)));
        await rig.Loop.StopAsync(TimeSpan.FromMilliseconds(100));
        Assert.False(rig.Loop.Publish(rig.Fault(1)));

        hang.Set();
        await rig.Becomes(ConnectionState.Stopped);
        Assert.Equal(3, rig.Loop.Counters[DropReason.Stopping]);
    }

    [Fact]
    public async Task A_bug_in_the_transport_is_survived()
    {
        var calls = 0;
        using var transport = new FakeTransport { OnConnect = () => throw new InvalidOperationException($"bug {++calls}") };
        await using var rig = new Rig(Rig.Options(1), transport);
        rig.Loop.Start();
        await Eventually.Holds(() => calls >= 3);
        Assert.Equal(ConnectionState.Offline, rig.Statuses.First(status => status.Reason.Length > 0).State);
    }
}
