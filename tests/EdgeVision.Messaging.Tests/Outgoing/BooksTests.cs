using System.Globalization;
using System.Text;
using EdgeVision.Messaging.Outgoing;
using EdgeVision.Messaging.Tests.Fakes;
using EdgeVision.Messaging.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Messaging.Tests.Outgoing;

/// <summary>Random lives of connection and broker: the books must balance and the promises hold at every step.</summary>
public sealed class BooksTests
{
    private const int Window = 5;
    private const int QueueRoom = 8;

    [Fact]
    public void Whatever_happens_the_books_balance_and_the_window_is_kept() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            actions =>
            {
                using var life = new Life();
                foreach (var action in actions)
                {
                    life.Do(action);
                    life.AssertLaw();
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Once_the_broker_is_back_every_queued_message_has_arrived_once_in_order_or_was_counted() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            actions =>
            {
                using var life = new Life();
                Array.ForEach(actions, life.Do);
                life.SettleAll();
                life.AssertNothingQueuedIsMissing();
            }).QuickCheckThrowOnFailure();

    /// <summary>Drives an <see cref="Outbound"/> and keeps its own account.</summary>
    private sealed class Life : IDisposable
    {
        private readonly Outbound _outbound = new(liveCapacity: 4, faultCapacity: QueueRoom, Window);
        private readonly FakeTransport _transport = new();
        private readonly List<int> _acked = [];
        private bool _online;
        private int _numbers;
        private int _queuedOffers;

        internal void Do(byte action)
        {
            switch (action % 8)
            {
                case 0:
                    _ = _outbound.Offer(Message("live", 0, retain: false));
                    break;
                case 1 or 2:
                    _queuedOffers++;
                    _ = _outbound.Offer(Message("faults", 1, retain: false));
                    break;
                case 3:
                    _ = _outbound.Offer(Message($"state/{action % 3}", 1, retain: true));
                    break;
                case 4:
                    HandOver();
                    break;
                case 5:
                    AnswerOne(action);
                    break;
                case 6 when _online:
                    GoOffline();
                    break;
                case 6 or 7 when !_online:
                    GoOnline(receiveMaximum: action % 4 == 2 ? 2 : 20);
                    break;
            }
        }

        public void Dispose() => _transport.Dispose();

        internal void SettleAll()
        {
            if (!_online)
            {
                GoOnline(20);
            }

            HandOver();
            while (_transport.InFlight.Count > 0)
            {
                AnswerOne(0);
                HandOver();
            }
        }

        internal void AssertLaw()
        {
            var books = _outbound.Read();
            Assert.Equal(
                books.Offered + books.Announced,
                books.Acked + books.Replaced + books.DroppedInAll + books.Queued + books.InFlight);
            Assert.Equal(_transport.InFlight.Count, books.InFlight);
        }

        internal void AssertNothingQueuedIsMissing()
        {
            var books = _outbound.Read();
            Assert.Equal(0, books.Queued + books.InFlight);
            Assert.Equal(_acked.Order(), _acked);
            Assert.Equal(_acked.Distinct(), _acked);
            Assert.True(_queuedOffers - _acked.Count <= books[DropReason.QueueFull]);
        }

        private MqttMessage Message(string topic, int qos, bool retain) =>
            new(topic, Encoding.UTF8.GetBytes((++_numbers).ToString(CultureInfo.InvariantCulture)), qos, retain);

        private void HandOver()
        {
            var before = _transport.Given.Count;
            _outbound.HandOver(_transport);
            Assert.True(_online || _transport.Given.Count == before, "something was handed over without a connection");
            Assert.True(_transport.InFlight.Count(sent => sent.Message.Qos > 0) <= Window);
        }

        private void AnswerOne(byte action)
        {
            // A broker may acknowledge in any order across topics, but answers one topic's messages in theirs.
            if (_transport.InFlight.Count == 0)
            {
                return;
            }

            var (token, message) = _transport.InFlight[0];
            _transport.InFlight.RemoveAt(0);
            var refused = message.Topic != "faults" && action > 200;
            Assert.Equal(refused ? message : null, _outbound.Published(token, refused));
            if (message.Topic == "faults")
            {
                _acked.Add(int.Parse(Encoding.UTF8.GetString(message.Payload.Span), CultureInfo.InvariantCulture));
            }
        }

        private void GoOnline(int receiveMaximum)
        {
            _online = true;
            _outbound.Connected(receiveMaximum);
        }

        private void GoOffline()
        {
            _online = false;
            _transport.Close();
            _outbound.Lost();
        }
    }
}
