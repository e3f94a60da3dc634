using System.Text.Json;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;
using EdgeVision.Testing;

namespace EdgeVision.Messaging.Tests.Broker;

/// <summary>What goes over the wire, seen by a broker that does only what it is told.</summary>
public sealed class WireTests
{
    private const int FaultCount = 30;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task Never_more_unacknowledged_messages_than_the_broker_takes(ushort receiveMaximum)
    {
        using var broker = new ScriptedBroker(0, ScriptedBroker.ReceiveMaximum(receiveMaximum));
        await using var rig = await Online(broker);
        for (var seq = 0; seq < FaultCount; seq++)
        {
            _ = rig.Loop.Publish(rig.Fault(seq));
        }

        // The faults and the status.
        for (var answered = 0; answered <= FaultCount; answered++)
        {
            var expected = answered + Math.Min(receiveMaximum, FaultCount + 1 - answered);
            await Eventually.Holds(() => Awaiting(broker).Count >= expected);

            // One TCP stream: had more been sent, they would lie before this mark.
            await Mark(rig, broker, answered);
            Assert.Equal(expected, Awaiting(broker).Count);
            broker.Acknowledge(Awaiting(broker)[answered]);
        }

        await rig.Drained();
        Assert.Equal(Enumerable.Range(0, FaultCount), Faults(broker).Select(Seq));
    }

    [SkippableFact]
    public async Task Our_own_window_holds_where_the_broker_would_take_more()
    {
        using var broker = new ScriptedBroker(0, ScriptedBroker.ReceiveMaximum(1000));
        await using var rig = await Online(broker, options => options with { MaxInFlight = 3 });
        for (var seq = 0; seq < 50; seq++)
        {
            _ = rig.Loop.Publish(rig.Fault(seq));
        }

        await Eventually.Holds(() => Awaiting(broker).Count == 3);
        await Mark(rig, broker, 0);
        Assert.Equal(3, Awaiting(broker).Count);
        broker.Cut();
    }

    [SkippableFact]
    public async Task What_a_cut_connection_left_unacknowledged_is_sent_again_in_order_and_nothing_else_is()
    {
        using var broker = new ScriptedBroker(0, ScriptedBroker.ReceiveMaximum(10));
        await using var rig = await Online(broker);
        for (var seq = 0; seq < 5; seq++)
        {
            _ = rig.Loop.Publish(rig.Fault(seq));
        }

        await Eventually.Holds(() => Faults(broker).Count == 5);
        foreach (var publish in Awaiting(broker).Take(3))
        {
            broker.Acknowledge(publish);
        }

        await Eventually.Holds(() => rig.Loop.Counters.InFlight == 3);
        broker.Cut();
        await Eventually.Holds(() => Faults(broker).Count == 8);

        var payloads = Faults(broker).Select(publish => Convert.ToHexString(publish.Payload)).ToArray();
        Assert.Equal(payloads[2..5], payloads[5..8]);
        Assert.Equal(3, rig.Loop.Counters.Resent);
        broker.Cut();
    }

    [SkippableTheory]
    [InlineData(0x86, "Bad user name or password")]
    [InlineData(0x87, "Not authorized")]
    [InlineData(0x97, "Quota exceeded")]
    [InlineData(0x84, "Unsupported Protocol Version")]
    public async Task A_broker_that_says_no_is_refused_with_its_reason_and_never_online(byte code, string reason)
    {
        using var broker = new ScriptedBroker(code);
        await using var rig = new Rig(Rig.Options(broker.Port));
        rig.Loop.Start();
        await rig.Becomes(ConnectionState.Refused);

        Assert.Contains(reason, rig.Loop.Status.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.False(rig.Saw(ConnectionState.Online));
        Assert.Empty(broker.Publishes);
    }

    [SkippableFact]
    public async Task The_reason_of_a_brokers_goodbye_is_known()
    {
        using var broker = new ScriptedBroker(0);
        await using var rig = await Online(broker);
        broker.SendDisconnect(0x8E);
        await Eventually.Holds(() => rig.Saw(ConnectionState.Offline));

        Assert.Contains(
            "taken over", rig.Statuses.First(status => status.State == ConnectionState.Offline).Reason, StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task A_message_the_broker_refuses_is_counted_and_not_sent_for_ever()
    {
        using var broker = new ScriptedBroker(0);
        await using var rig = await Online(broker);
        _ = rig.Loop.Publish(rig.Fault(0));
        await Eventually.Holds(() => Faults(broker).Count == 1);
        broker.Acknowledge(Faults(broker)[0], 0x87);
        await Eventually.Holds(() => rig.Loop.Counters[DropReason.Rejected] == 1);

        broker.Cut();
        await Eventually.Holds(() => broker.Publishes.Count(publish => publish.Topic == rig.Topics.Status) == 2);
        await Mark(rig, broker, 0);
        Assert.Single(Faults(broker));
        broker.Cut();
    }

    [SkippableFact]
    public async Task A_message_larger_than_the_broker_takes_is_dropped_and_the_connection_lives()
    {
        using var broker = new ScriptedBroker(0, ScriptedBroker.MaximumPacketSize(120));
        await using var rig = new Rig(Rig.Options(broker.Port));
        rig.Loop.Start();
        await rig.Becomes(ConnectionState.Online);
        _ = rig.Loop.Publish(new MqttMessage("large", new byte[500], 1, Retain: false));

        // The status message is too large for this broker as well.
        await Eventually.Holds(() => rig.Loop.Counters[DropReason.TooLarge] == 2);
        await Mark(rig, broker, 0);
        Assert.Equal(0, rig.Loop.Reconnects);
    }

    /// <summary>
    /// Undefined properties are not among them: libmosquitto 2.0.11 as Debian builds it ends the process on those.
    /// </summary>
    [SkippableTheory]
    [InlineData("2003000000", "a second CONNACK")]
    [InlineData("40020000", "PUBACK of packet 0")]
    [InlineData("40027FFF", "PUBACK of a packet never sent")]
    [InlineData("90047FFF0001", "SUBACK of a subscription never asked for")]
    [InlineData("00", "a packet of no type")]
    [InlineData("F000", "AUTH without its body")]
    [InlineData("30FFFFFFFFFF", "a length without end")]
    [InlineData("30050002C32800", "a topic that is not UTF-8")]
    [InlineData("3005000261" + "2B00", "a topic with a wildcard")]
    [InlineData("360400016100", "PUBLISH with QoS 3")]
    public async Task Rubbish_from_the_other_side_does_not_end_the_service(string bytes, string what)
    {
        using var broker = new ScriptedBroker(0);
        await using var rig = await Online(broker);
        broker.Send(Convert.FromHexString(bytes));
        broker.Cut();
        await Eventually.Holds(() => rig.Loop.Reconnects >= 1, otherwise: () => what);
        await rig.Becomes(ConnectionState.Online);
        await Mark(rig, broker, 0);
    }

    private static async Task<Rig> Online(ScriptedBroker broker, Func<MqttOptions, MqttOptions>? change = null)
    {
        var options = Rig.Options(broker.Port);
        var rig = await Rig.Online(change is null ? options : change(options));

        // This broker will not acknowledge what a stop waits for.
        rig.StopBudget = TimeSpan.FromMilliseconds(100);
        return rig;
    }

    /// <summary>Unanswered and answered QoS 1 messages, in order; the first is the status.</summary>
    private static List<ScriptedPublish> Awaiting(ScriptedBroker broker) => [.. broker.Publishes.Where(publish => publish.Qos == 1)];

    private static List<ScriptedPublish> Faults(ScriptedBroker broker) =>
        [.. broker.Publishes.Where(publish => publish.Topic.EndsWith("/faults", StringComparison.Ordinal))];

    private static int Seq(ScriptedPublish publish) =>
        JsonDocument.Parse(publish.Payload).RootElement.GetProperty("seq").GetInt32();

    private static async Task Mark(Rig rig, ScriptedBroker broker, int number)
    {
        var topic = $"mark/{number}/{Guid.NewGuid():n}";
        await Eventually.Holds(() => rig.Loop.Publish(new MqttMessage(topic, default, 0, Retain: false)));
        await Eventually.Holds(() => broker.Publishes.Any(publish => publish.Topic == topic));
    }
}
