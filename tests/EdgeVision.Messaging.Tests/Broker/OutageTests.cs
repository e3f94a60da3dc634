using System.Text.Json;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;

namespace EdgeVision.Messaging.Tests.Broker;

/// <summary>A real broker is killed and comes back; a witness with a session that the broker keeps on disk counts.</summary>
public sealed class OutageTests
{
    private static readonly string[] Persistent =
        ["allow_anonymous true", "persistence true", "persistence_location FOLDER/", "max_queued_messages 0", "autosave_interval 0"];

    [SkippableFact]
    public async Task What_must_arrive_arrives_once_and_in_order_after_an_outage()
    {
        await using var broker = await MosquittoBroker.Started(Persistent);
        await using var witness = await Witness(broker);
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        await Save(broker);
        Publish(rig, 0, 100);
        await rig.Drained();
        _ = await witness.Wait(rig.Topics.Faults, 100);

        await broker.Kill();
        await rig.Becomes(ConnectionState.Offline);
        Publish(rig, 100, 300);
        Assert.Equal(200, rig.Loop.Counters.Queued);
        await broker.Start();
        await rig.Drained();

        var seen = Sequence(await witness.Wait(rig.Topics.Faults, 300));
        Assert.Equal(Enumerable.Range(0, 300).Select(number => (long)number), seen);
        Assert.Equal(0, rig.Loop.Counters.Resent);
        Assert.True(rig.Loop.Reconnects >= 1);
    }

    [SkippableFact]
    public async Task Killed_under_load_the_broker_loses_nothing_and_doubles_at_most_what_was_in_flight()
    {
        await using var broker = await MosquittoBroker.Started(Persistent);
        await using var witness = await Witness(broker);
        await using var rig = await Rig.Online(Rig.Options(broker.Port) with { FaultQueue = 10000 });
        await Save(broker);

        Publish(rig, 0, 2000);
        await Eventually.Holds(() => rig.Loop.Counters.Acked > 200);
        await broker.Kill();
        var acked = rig.Loop.Counters.Acked;
        Publish(rig, 2000, 3000);
        await broker.Start();
        await rig.Drained();

        // Those acknowledged before the kill may have died with the broker's memory; all others must be there.
        await Eventually.Holds(() => Sequence(witness.On(rig.Topics.Faults)).Contains(2999L));
        var seen = Sequence(witness.On(rig.Topics.Faults));
        var missing = Enumerable.Range(0, 3000).Select(number => (long)number).Except(seen).ToArray();
        Assert.True(missing.All(number => number < acked), $"missing though never acknowledged: {string.Join(' ', missing)}");
        Assert.True(seen.Count - seen.Distinct().Count() <= rig.Loop.Counters.Resent);
        Assert.InRange(rig.Loop.Counters.Resent, 0, 20);
        Assert.Equal(0, rig.Loop.Counters.DroppedInAll);
    }

    [SkippableFact]
    public async Task A_broker_that_forgot_everything_is_told_all_retained_values_again()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        _ = rig.Loop.Publish(new MqttMessage("edgevision/yard/info", "{\"n\":1}"u8.ToArray(), 1, Retain: true));
        await rig.Drained();
        await broker.Kill();
        await rig.Becomes(ConnectionState.Offline);
        _ = rig.Loop.Publish(new MqttMessage("edgevision/yard/health", "{\"n\":2}"u8.ToArray(), 0, Retain: true));
        _ = rig.Loop.Publish(new MqttMessage("edgevision/yard/health", "{\"n\":3}"u8.ToArray(), 0, Retain: true));
        await broker.Start();
        await rig.Becomes(ConnectionState.Online);
        await rig.Drained();

        await using var late = await MosquittoSubscriber.Subscribed(broker, "#");
        _ = await late.Wait("edgevision/yard/health", 1);
        var byTopic = late.Messages.ToDictionary(message => message.Topic, message => message.Text);
        Assert.Equal("{\"n\":1}", byTopic["edgevision/yard/info"]);
        Assert.Equal("{\"n\":3}", byTopic["edgevision/yard/health"]);
        Assert.Contains("online", byTopic["edgevision/yard/status"], StringComparison.Ordinal);
        Assert.Equal(1, rig.Loop.Counters.Replaced);
    }

    [SkippableFact]
    public async Task Live_messages_of_an_outage_are_dropped_counted_and_never_arrive_late()
    {
        await using var broker = await MosquittoBroker.Started(Persistent);
        await using var witness = await Witness(broker);
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        await Save(broker);
        await broker.Kill();
        await rig.Becomes(ConnectionState.Offline);
        for (byte i = 0; i < 50; i++)
        {
            Assert.False(rig.Loop.Publish(new MqttMessage("edgevision/yard/live", new[] { i }, 0, Retain: false)));
        }

        await broker.Start();
        await rig.Becomes(ConnectionState.Online);
        Publish(rig, 0, 1);
        _ = await witness.Wait(rig.Topics.Faults, 1);

        Assert.Equal(50, rig.Loop.Counters[DropReason.Offline]);
        Assert.Empty(witness.On("edgevision/yard/live"));
    }

    [SkippableFact]
    public async Task A_stopped_broker_is_noticed_by_keep_alive_and_found_again()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var rig = await Rig.Online(Rig.Options(broker.Port) with { KeepAlive = TimeSpan.FromSeconds(5) });
        await broker.Signal("STOP");
        Publish(rig, 0, 10);
        await rig.Becomes(ConnectionState.Offline);
        await broker.Signal("CONT");
        await rig.Becomes(ConnectionState.Online);
        await rig.Drained();
        Assert.Equal(0, rig.Loop.Counters.DroppedInAll);
    }

    private static Task<MosquittoSubscriber> Witness(MosquittoBroker broker) =>
        MosquittoSubscriber.Subscribed(broker, "edgevision/yard/#", "witness", "-c", "-x", "3600");

    private static void Publish(Rig rig, long from, long to)
    {
        for (var seq = from; seq < to; seq++)
        {
            Assert.True(rig.Loop.Publish(rig.Fault(seq)));
        }
    }

    /// <summary>Makes the broker write its sessions to disk, so that the witness's outlives a kill.</summary>
    private static async Task Save(MosquittoBroker broker)
    {
        await broker.Signal("USR1");
        await Eventually.Holds(() => File.Exists(broker.PathOf("mosquitto.db")));
    }

    private static List<long> Sequence(IReadOnlyList<ReceivedMessage> messages) =>
        [.. messages.Select(message => JsonDocument.Parse(message.Text).RootElement.GetProperty("seq").GetInt64())];
}
