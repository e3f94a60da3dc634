using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using EdgeVision.Messaging.Transport;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>What one handshake showed of the broker's certificate.</summary>
/// <param name="tls">Whom to trust.</param>
/// <param name="now">The time of its judgement.</param>
internal sealed class CertificateTrust(MqttTlsOptions tls, DateTimeOffset now) : IDisposable
{
    // Dates are judged by themselves, in better words.
    private const X509ChainStatusFlags OfDates = X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested;

    private readonly List<X509Certificate2> _chain = [];

    /// <summary>The broker's certificate first, then those that signed it as far as they are known; empty when it showed none.</summary>
    public IReadOnlyList<X509Certificate2> Chain => _chain;

    public bool IsTrusted { get; private set; }

    /// <summary>Why it is not trusted.</summary>
    public string Why { get; private set; } = "";

    public bool IsForHost { get; private set; }

    /// <summary>Whom the certificate is for.</summary>
    public string Names { get; private set; } = "";

    /// <summary>Takes note, and refuses what is not trusted, so that nothing but the handshake is ever sent.</summary>
    public bool Look(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        using var built = new X509Chain();
        built.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        built.ChainPolicy.DisableCertificateDownloads = true;
        built.ChainPolicy.VerificationTime = now.UtcDateTime;
        if (tls.Ca is { } file)
        {
            built.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            built.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        if (chain is not null)
        {
            built.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(element => element.Certificate).ToArray());
        }

        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        _ = built.Build(leaf);
        _chain.AddRange(built.ChainElements.Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawData)));
        var against = built.ChainStatus.Where(status => (status.Status & ~OfDates) != X509ChainStatusFlags.NoError).ToArray();
        IsTrusted = against.Length == 0;
        Why = string.Join(", ", against.Select(status => status.StatusInformation.Trim().TrimEnd('.')).Distinct());
        IsForHost = !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
        var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString()))).ToArray();
        Names = names.Length > 0 ? string.Join(", ", names) : leaf.Subject;
        return IsTrusted && (IsForHost || tls.Insecure) && built.ChainStatus.Length == 0;
    }

    public void Dispose() => _chain.ForEach(certificate => certificate.Dispose());
}
