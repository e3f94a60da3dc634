using System.Text.Json;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Topics;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;

namespace EdgeVision.Messaging.Tests.Broker;

/// <summary>What others see on the status topic of a real broker.</summary>
public sealed class PresenceTests
{
    [SkippableFact]
    public async Task A_device_is_online_while_connected_and_stopped_after_a_goodbye()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        var rig = await Rig.Online(Rig.Options(broker.Port));
        await rig.DisposeAsync();

        var seen = await witness.Wait("edgevision/yard/status", 2);
        Assert.Equal(["online", "stopped"], seen.Select(Status));
        Assert.All(seen, message => Assert.Equal("application/json", message.ContentType));
        Assert.All(seen, message => Assert.Equal(rig.Session.SessionId, Field(message, "session_id")));
        Assert.Equal(ConnectionState.Stopped, rig.Loop.Status.State);
    }

    [SkippableFact]
    public async Task A_late_subscriber_still_learns_that_the_device_was_stopped()
    {
        await using var broker = await MosquittoBroker.Started();
        await (await Rig.Online(Rig.Options(broker.Port))).DisposeAsync();

        await using var late = await MosquittoSubscriber.Subscribed(broker, "#", "late");
        var status = Assert.Single(await late.Wait("edgevision/yard/status", 1));
        Assert.True(status.Retained);
        Assert.Equal("stopped", Status(status));
    }

    [SkippableFact]
    public async Task A_connection_that_breaks_leaves_a_retained_offline_of_the_same_session()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var witness = await MosquittoSubscriber.Subscribed(broker, "#");
        var rig = await Rig.Online(Rig.Options(broker.Port));
        _ = await witness.Wait("edgevision/yard/status", 1);

        // The end of the process closes the socket just so, without DISCONNECT.
        rig.Loop.Dispose();

        var seen = await witness.Wait("edgevision/yard/status", 2);
        Assert.Equal("offline", Status(seen[1]));
        Assert.Equal(rig.Session.SessionId, Field(seen[1], "session_id"));
        await using var late = await MosquittoSubscriber.Subscribed(broker, "#", "late");
        Assert.Equal("offline", Status((await late.Wait("edgevision/yard/status", 1))[0]));
    }

    [SkippableFact]
    public async Task A_second_client_with_our_id_is_met_with_growing_pauses_not_a_fight()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var rig = await Rig.Online(Rig.Options(broker.Port) with
        {
            ReconnectFirst = TimeSpan.FromSeconds(1), ReconnectCeiling = TimeSpan.FromSeconds(30),
        });
        await using (await MosquittoSubscriber.Subscribed(broker, "#", TopicTree.DefaultClientId("yard")))
        {
            await Eventually.Holds(() => rig.Saw(ConnectionState.Offline));
        }

        var end = rig.Statuses.First(status => status.State == ConnectionState.Offline);
        Assert.NotEmpty(end.Reason);
        Assert.InRange(end.RetryIn!.Value, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
    }

    [SkippableFact]
    public async Task What_others_publish_reaches_the_handler_of_its_filter()
    {
        await using var broker = await MosquittoBroker.Started();
        await using var rig = await Rig.Online(Rig.Options(broker.Port));
        var got = new List<MqttMessage>();
        rig.Loop.Subscribe("edgevision/yard/command/+", got.Add);
        await using var other = await Rig.Online(Rig.Options(broker.Port) with { ClientId = "other" });

        // Sent until it arrives: the subscription's confirmation is not to be seen from here.
        await Eventually.Holds(() =>
        {
            _ = other.Loop.Publish(new MqttMessage("edgevision/yard/command/snapshot", "{}"u8.ToArray(), 1, Retain: false)
            {
                ResponseTopic = "replies/1",
                CorrelationData = new byte[] { 1, 2, 3 },
                ContentType = MqttMessage.Json,
                UserProperties = [new("from", "tést")],
            });
            return got.Count > 0;
        });

        Assert.Equal("edgevision/yard/command/snapshot", got[0].Topic);
        Assert.Equal("{}"u8.ToArray(), got[0].Payload.ToArray());
        Assert.Equal("replies/1", got[0].ResponseTopic);
        Assert.Equal([1, 2, 3], got[0].CorrelationData.ToArray());
        Assert.Equal(MqttMessage.Json, got[0].ContentType);
        Assert.Equal([new("from", "tést")], got[0].UserProperties);
    }

    private static string Status(ReceivedMessage message) => Field(message, "status");

    private static string Field(ReceivedMessage message, string name) =>
        JsonDocument.Parse(message.Text).RootElement.GetProperty(name).GetString()!;
}
