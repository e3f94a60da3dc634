using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Messaging.Tests.Outgoing;

public sealed class OutboundTests : IDisposable
{
    private readonly FakeTransport _transport = new();
    private readonly Outbound _outbound = new(liveCapacity: 2, faultCapacity: 3, window: 10);

    public void Dispose() => _transport.Dispose();

    [Fact]
    public void Live_messages_without_a_broker_are_dropped_and_counted()
    {
        Assert.False(_outbound.Offer(Live(1)));

        _outbound.Connected(20);
        _outbound.HandOver(_transport);

        Assert.Empty(_transport.Given);
        Assert.Equal(1, _outbound.Read()[DropReason.Offline]);
    }

    [Fact]
    public void A_full_queue_loses_its_oldest_and_says_so()
    {
        for (byte i = 1; i <= 5; i++)
        {
            _ = _outbound.Offer(Queued(i));
        }

        _outbound.Connected(20);
        _outbound.HandOver(_transport);

        Assert.Equal([3, 4, 5], _transport.Given.Select(message => message.Payload.Span[0]));
        Assert.Equal(2, _outbound.Read()[DropReason.QueueFull]);
    }

    [Fact]
    public void Each_new_connection_gets_the_newest_value_of_every_retained_topic()
    {
        _ = _outbound.Offer(State("a", 1));
        _ = _outbound.Offer(State("b", 2));
        _outbound.Connected(20);
        _outbound.HandOver(_transport);
        _outbound.Lost();
        _transport.Close();
        _ = _outbound.Offer(State("a", 3));
        _ = _outbound.Offer(State("a", 4));

        _outbound.Connected(20);
        _outbound.HandOver(_transport);

        Assert.Equal([1, 2, 4, 2], _transport.Given.Select(message => message.Payload.Span[0]));
    }

    [Theory]
    [InlineData(PublishOutcome.TooLarge, DropReason.TooLarge)]
    [InlineData(PublishOutcome.Invalid, DropReason.Rejected)]
    public void What_can_never_be_sent_is_dropped_and_does_not_stop_the_rest(PublishOutcome outcome, DropReason reason)
    {
        _ = _outbound.Offer(Queued(1));
        _outbound.Connected(20);
        _transport.Outcome = outcome;
        _outbound.HandOver(_transport);
        _transport.Outcome = PublishOutcome.Handed;
        _ = _outbound.Offer(Queued(2));
        _outbound.HandOver(_transport);

        Assert.Equal(2, Assert.Single(_transport.Given).Payload.Span[0]);
        Assert.Equal(1, _outbound.Read()[reason]);
    }

    [Fact]
    public void A_message_the_transport_could_not_take_stays_first_in_the_queue()
    {
        _ = _outbound.Offer(Queued(1));
        _ = _outbound.Offer(Queued(2));
        _outbound.Connected(20);
        _transport.Outcome = PublishOutcome.NoConnection;
        _outbound.HandOver(_transport);
        _transport.Outcome = PublishOutcome.Handed;
        _outbound.HandOver(_transport);

        Assert.Equal([1, 2], _transport.Given.Select(message => message.Payload.Span[0]));
    }

    [Fact]
    public void A_stalled_socket_is_not_stuffed_without_limit()
    {
        var outbound = new Outbound(liveCapacity: 1000, faultCapacity: 1, window: 1);
        outbound.Connected(20);
        for (var i = 0; i < 500; i++)
        {
            _ = outbound.Offer(Live(0));
        }

        outbound.HandOver(_transport);

        Assert.InRange(_transport.Given.Count, 1, 64);
    }

    [Fact]
    public void After_the_last_word_nothing_more_is_taken_but_what_waits_still_goes()
    {
        _ = _outbound.Offer(Queued(1));
        _outbound.CloseEntrance(State("status", 9));

        Assert.False(_outbound.Offer(Queued(2)));
        _outbound.Connected(20);
        _outbound.HandOver(_transport);

        Assert.Equal([9, 1], _transport.Given.Select(message => message.Payload.Span[0]));
        Assert.Equal(1, _outbound.Read()[DropReason.Stopping]);
    }

    private static MqttMessage Live(byte number) => new("live", new[] { number }, 0, Retain: false);

    private static MqttMessage Queued(byte number) => new("faults", new[] { number }, 1, Retain: false);

    private static MqttMessage State(string topic, byte number) => new(topic, new[] { number }, 1, Retain: true);
}
