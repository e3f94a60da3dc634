using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace EdgeVision.Service.Doctor.Broker;

/// <summary>Whether certificates are valid now and for a while.</summary>
/// <param name="findings">Takes a line for each.</param>
/// <param name="now">By this device's clock.</param>
internal sealed class CertificateDates(FindingList findings, DateTimeOffset now)
{
    private const string Subject = "broker TLS";
    private const int SoonDays = 30;

    /// <summary>False when it does not count any more, or not yet.</summary>
    public bool Judge(string what, X509Certificate2 certificate, string renewal)
    {
        var from = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        var until = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        var name = $"{what} ({certificate.Subject})";
        if (now > until)
        {
            findings.Fail(Subject, $"{name} expired on {Date(until)}", renewal);
        }
        else if (now < from)
        {
            findings.Fail(Subject, $"{name} is valid from {Date(from)} on, and this device's clock says {Date(now)}", "set the clock: sudo timedatectl set-ntp true");
        }
        else if ((until - now).TotalDays < SoonDays)
        {
            findings.Warn(Subject, string.Create(CultureInfo.InvariantCulture, $"{name} expires on {Date(until)}, in {(until - now).TotalDays:0} days"), renewal);
        }
        else
        {
            findings.Ok(Subject, $"{name} is valid until {Date(until)}");
        }

        return now >= from && now <= until;
    }

    private static string Date(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
