using EdgeVision.Messaging.Transport;
using EdgeVision.Native;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>
/// The whole way to the broker: name, port, certificates, login, and whether the base topic may be written and read. It comes under a
/// client id of its own and leaves nothing retained, so a running service does not notice.
/// </summary>
/// <param name="options">With base topic and client id filled in and absolute paths.</param>
/// <param name="time">Of limits and dates.</param>
public sealed class BrokerCheck(MqttOptions options, TimeProvider time) : ICheck
{
    public string Subject => "broker";

    public TimeSpan Limit => TimeSpan.FromSeconds(7);

    public async Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (!await new BrokerPort(options, time).IsOpenAsync(findings, cancellation).ConfigureAwait(false)
            || !await new BrokerCertificates(options, time).AreGoodAsync(findings, cancellation).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            new BrokerSession(options, time).Run(findings, cancellation);
        }
        catch (NativeLibraryException)
        {
            findings.Warn("broker login", "was not tried, because libmosquitto is missing", "sudo apt install libmosquitto1");
        }
    }
}
