namespace EdgeVision.Service.Configuration.Options;

/// <summary>Encryption of the connection to the broker.</summary>
public sealed record TlsOptions
{
    /// <summary>File of the authorities that may sign the broker's certificate; the system's when left out.</summary>
    public string? Ca { get; init; }

    /// <summary>This device's certificate.</summary>
    public string? Certificate { get; init; }

    /// <summary>The certificate's private key.</summary>
    public string? Key { get; init; }
}
