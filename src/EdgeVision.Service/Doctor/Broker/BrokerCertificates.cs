using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>The broker's certificate and ours: who signed them, for which name, until when. Only looked at; nothing is sent over the connection.</summary>
internal sealed class BrokerCertificates(MqttOptions options, TimeProvider time)
{
    private const string Subject = "broker TLS";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>True when there is nothing against going on; also without TLS.</summary>
    public async Task<bool> AreGoodAsync(FindingList findings, CancellationToken cancellation)
    {
        if (options.Tls is not { } tls)
        {
            return true;
        }

        try
        {
            using var ours = tls.Cert is null ? null : X509Certificate2.CreateFromPemFile(tls.Cert, tls.Key);
            var dates = new CertificateDates(findings, time.GetUtcNow());
            var good = ours is null || dates.Judge("client certificate", ours, "ask who runs the broker for a new one, and write it to mqtt.tls.cert and mqtt.tls.key");
            return await ServerAsync(findings, dates, tls, ours, cancellation).ConfigureAwait(false) && good;
        }
        catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException)
        {
            findings.Fail(Subject, $"a certificate file cannot be read: {broken.Message}", $"check mqtt.tls in the device file: openssl x509 -noout -text -in {tls.Cert ?? tls.Ca}");
            return false;
        }
    }

    private async Task<bool> ServerAsync(FindingList findings, CertificateDates dates, MqttTlsOptions tls, X509Certificate2? ours, CancellationToken cancellation)
    {
        using var trust = new CertificateTrust(tls, time.GetUtcNow());
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.Host, options.Port, cancellation).ConfigureAwait(false);
            var secured = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
            await using (secured.ConfigureAwait(false))
            {
                var handshake = new SslClientAuthenticationOptions
                {
                    TargetHost = options.Host,
                    ClientCertificates = ours is null ? null : [ours],
                    RemoteCertificateValidationCallback = trust.Look,
                };
                await secured.AuthenticateAsClientAsync(handshake, cancellation).WaitAsync(Limit, time, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or SocketException or TimeoutException)
        {
            if (trust.Chain.Count == 0)
            {
                findings.Fail(Subject, $"port {options.Port} does not speak TLS: {failure.Message.Split('\n')[0]}", "write the broker's TLS port, usually mqtt: {port: 8883}; or, on a broker without TLS, delete mqtt.tls");
                return false;
            }
        }

        return Judge(findings, dates, tls, trust);
    }

    private bool Judge(FindingList findings, CertificateDates dates, MqttTlsOptions tls, CertificateTrust trust)
    {
        var good = true;
        foreach (var certificate in trust.Chain)
        {
            var isBrokers = certificate == trust.Chain[0];
            good &= dates.Judge(
                isBrokers ? "the broker's certificate" : "an authority's certificate", certificate,
                isBrokers ? $"issue a new one on the broker; see it: openssl s_client -connect {options.Host}:{options.Port}" : "renew the authority, and write it to mqtt.tls.ca");
        }

        if (!trust.IsTrusted)
        {
            var where = tls.Ca is null ? "the system's authorities" : tls.Ca;
            findings.Fail(Subject, $"the broker's certificate is not signed by {where}: {trust.Why}", "write the authority's certificate: mqtt: {tls: {ca: /etc/edgevision/ca.crt}}; the broker has it as its cafile");
            good = false;
        }

        if (!trust.IsForHost && !tls.Insecure)
        {
            findings.Fail(Subject, $"the broker's certificate is for {trust.Names}, not for {options.Host}", "write that name as mqtt.host, or issue a certificate for this one");
            good = false;
        }

        return good;
    }
}
