using System.Diagnostics;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;

namespace EdgeVision.Messaging.Tests.Broker;

/// <summary>Passwords, at a real broker that checks them.</summary>
public sealed class CredentialTests
{
    [SkippableFact]
    public async Task A_wrong_password_is_refused_and_works_once_the_file_is_right()
    {
        await using var broker = await WithPassword("yard", "secret");
        var file = broker.PathOf("password");
        await File.WriteAllTextAsync(file, "wrong\n");
        await using var rig = new Rig(Rig.Options(broker.Port) with { Username = "yard", PasswordFile = file });
        rig.Loop.Start();
        await rig.Becomes(ConnectionState.Refused);
        Assert.Equal("Not authorized", rig.Loop.Status.Reason, ignoreCase: true);
        Assert.False(rig.Saw(ConnectionState.Online));

        await File.WriteAllTextAsync(file, "secret\n");
        await rig.Becomes(ConnectionState.Online);
    }

    [SkippableFact]
    public async Task A_missing_password_file_is_named()
    {
        await using var broker = await WithPassword("yard", "secret");
        await using var rig = new Rig(Rig.Options(broker.Port) with { Username = "yard", PasswordFile = broker.PathOf("nothing") });
        rig.Loop.Start();
        await rig.Becomes(ConnectionState.Offline);
        await Eventually.Holds(() => rig.Loop.Status.Reason.Contains(broker.PathOf("nothing"), StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_broker_that_is_not_there_is_offline_with_the_systems_words()
    {
        await using var rig = new Rig(Rig.Options(FreePort.Find()));
        rig.Loop.Start();
        await Eventually.Holds(() => rig.Loop.Status.Reason.Contains("Connection refused", StringComparison.Ordinal), otherwise: () => rig.Loop.Status.ToString());
    }

    [SkippableFact]
    public async Task A_topic_we_may_not_write_is_counted_as_rejected()
    {
        await using var broker = new MosquittoBroker();
        await File.WriteAllLinesAsync(broker.PathOf("acl"), ["topic write edgevision/yard/status", "topic read #"]);
        broker.Configure("allow_anonymous true", "acl_file FOLDER/acl");
        await broker.Start();
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        _ = rig.Loop.Publish(rig.Fault(0));
        await rig.Drained();
        Assert.Equal(1, rig.Loop.Counters[Messaging.Outgoing.DropReason.Rejected]);
        Assert.Equal(1, rig.Loop.Counters.Acked);
    }

    private static async Task<MosquittoBroker> WithPassword(string user, string password)
    {
        var broker = new MosquittoBroker();
        var make = new ProcessStartInfo(Programs.Need("mosquitto_passwd", "apt install mosquitto"))
        {
            ArgumentList = { "-b", "-c", broker.PathOf("users"), user, password },
        };
        using (var process = Process.Start(make)!)
        {
            await process.WaitForExitAsync();
        }

        broker.Configure("allow_anonymous false", "password_file FOLDER/users");
        await broker.Start();
        return broker;
    }
}
