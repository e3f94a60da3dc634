namespace EdgeVision.Messaging.Transport;

/// <summary>Whom to trust, and how to prove who we are.</summary>
public sealed record MqttTlsOptions
{
    /// <summary>PEM file of the certificate authorities to trust. Default: those of the system.</summary>
    public string? Ca { get; init; }

    /// <summary>PEM file of the client certificate; left out for none. Needs key.</summary>
    public string? Cert { get; init; }

    /// <summary>PEM file of the client certificate's private key, not encrypted. Needs cert.</summary>
    public string? Key { get; init; }

    /// <summary>Accept a broker certificate that is made out to another host name. The authority is checked all the same.</summary>
    public bool Insecure { get; init; }
}
