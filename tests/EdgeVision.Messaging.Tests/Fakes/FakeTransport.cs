using EdgeVision.Messaging.Transport;

namespace EdgeVision.Messaging.Tests.Fakes;

/// <summary>A transport without a network that remembers what it was given.</summary>
internal sealed class FakeTransport : IMqttTransport
{
    private int _tokens;

    /// <summary>Handed over and not answered, oldest first.</summary>
    internal List<(int Token, MqttMessage Message)> InFlight { get; } = [];

    internal List<MqttMessage> Given { get; } = [];

    internal PublishOutcome Outcome { get; set; } = PublishOutcome.Handed;

    public PublishOutcome Publish(MqttMessage message, out int token)
    {
        token = ++_tokens;
        if (Outcome == PublishOutcome.Handed)
        {
            Given.Add(message);
            InFlight.Add((token, message));
        }

        return Outcome;
    }

    /// <summary>What happens in Connect; by default nothing.</summary>
    internal Action? OnConnect { get; set; }

    public void Connect(string clientId, MqttMessage lastWill) => OnConnect?.Invoke();

    public void Subscribe(string filter)
    {
    }

    public void Disconnect()
    {
    }

    public void Close() => InFlight.Clear();

    public void Pump(TimeSpan wait)
    {
    }

    public bool TryTake(out TransportEvent happened)
    {
        happened = default;
        return false;
    }

    public void Wake()
    {
    }

    public void Dispose()
    {
    }
}
