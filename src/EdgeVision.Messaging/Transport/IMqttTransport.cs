namespace EdgeVision.Messaging.Transport;

/// <summary>
/// One connection to a broker at a time, through some MQTT 5 library. It has no queues and no memory: both are
/// <see cref="MessagingLoop"/>'s, whose thread makes all calls but <see cref="Wake"/>.
/// </summary>
public interface IMqttTransport : IDisposable
{
    /// <summary>
    /// Opens a connection with a clean session. May block while the network tries. The broker's answer comes as an
    /// Accepted or Refused event.
    /// </summary>
    /// <param name="clientId">Who we are.</param>
    /// <param name="lastWill">Published by the broker when the connection ends without a goodbye.</param>
    /// <exception cref="TransportException">No connection could be opened; says why.</exception>
    void Connect(string clientId, MqttMessage lastWill);

    /// <summary>
    /// Hands over one message. The caller has at most the broker's Receive Maximum of QoS 1 messages under way.
    /// </summary>
    /// <param name="message">QoS 0 or 1.</param>
    /// <param name="token">Comes back with the Published event, when Handed.</param>
    PublishOutcome Publish(MqttMessage message, out int token);

    /// <summary>Asks for the topics of a filter at QoS 1.</summary>
    /// <exception cref="TransportException">The filter is not valid, or the connection is gone.</exception>
    void Subscribe(string filter);

    /// <summary>Says goodbye, so that the broker forgets the last will; a Closed event follows.</summary>
    void Disconnect();

    /// <summary>Drops the connection, if there is one, without a word and without an event.</summary>
    void Close();

    /// <summary>Does the network's work. Waits for some, for <see cref="Wake"/>, or for the time; open or not.</summary>
    void Pump(TimeSpan wait);

    /// <summary>The next thing that happened, in order.</summary>
    bool TryTake(out TransportEvent happened);

    /// <summary>Ends the running or the next <see cref="Pump"/>. From any thread; never blocks.</summary>
    void Wake();
}
