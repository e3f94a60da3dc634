using System.Net;
using System.Net.Sockets;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>The broker's name and port, without a word of MQTT.</summary>
internal sealed class BrokerPort(MqttOptions options, TimeProvider time)
{
    private const string Subject = "broker";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private string Place => $"{options.Host}:{options.Port}";

    public async Task<bool> IsOpenAsync(FindingList findings, CancellationToken cancellation)
    {
        if (await ResolveAsync(findings, cancellation).ConfigureAwait(false) is not { } addresses)
        {
            return false;
        }

        var start = time.GetTimestamp();
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(addresses, options.Port, cancellation).AsTask().WaitAsync(Limit, time, cancellation).ConfigureAwait(false);
            var peer = client.Client.RemoteEndPoint is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped ? mapped.Address.MapToIPv4() : (client.Client.RemoteEndPoint as IPEndPoint)?.Address;
            findings.Ok(Subject, FormattableString.Invariant($"{Place} ({peer}) takes connections, in {time.GetElapsedTime(start).TotalMilliseconds:0} ms"));
            return true;
        }
        catch (TimeoutException)
        {
            findings.Fail(Subject, FormattableString.Invariant($"{Place} does not answer within {Limit.TotalSeconds:0} s"), $"check mqtt.host, the cable and the broker's firewall: ping {options.Host}; nc -vz {options.Host} {options.Port}");
        }
        catch (SocketException refused)
        {
            findings.Fail(Subject, $"{Place}: {Words(refused)}", Fix(refused.SocketErrorCode));
        }

        return false;
    }

    private async Task<IPAddress[]?> ResolveAsync(FindingList findings, CancellationToken cancellation)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(options.Host, cancellation).WaitAsync(Limit, time, cancellation).ConfigureAwait(false);
            if (addresses.Length > 0)
            {
                return addresses;
            }
        }
        catch (Exception unknown) when (unknown is SocketException or TimeoutException)
        {
            // Said below.
        }

        findings.Fail(Subject, $"no address is known for the name '{options.Host}'", $"check it: getent hosts {options.Host}; or write the address itself: mqtt: {{host: 192.0.2.10}}");
        return null;
    }

    private static string Words(SocketException refused) =>
        refused.SocketErrorCode == SocketError.ConnectionRefused ? "nothing listens there (connection refused)" : refused.Message;

    private string Fix(SocketError error) => error switch
    {
        SocketError.ConnectionRefused when IPAddress.TryParse(options.Host, out var address) && IPAddress.IsLoopback(address) || options.Host == "localhost" =>
            $"sudo apt install mosquitto && sudo systemctl start mosquitto; or write the broker's address and port: mqtt: {{host: …, port: {options.Port}}}",
        SocketError.ConnectionRefused => $"check mqtt.port; on the broker: sudo systemctl start mosquitto, and in its mosquitto.conf: listener {options.Port} (without it, it listens to its own machine only)",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "check this device's network: ip route; and mqtt.host",
        _ => $"nc -vz {options.Host} {options.Port}",
    };
}
