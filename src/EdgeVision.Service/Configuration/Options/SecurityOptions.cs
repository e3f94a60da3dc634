namespace EdgeVision.Service.Configuration.Options;

/// <summary>What this device trusts.</summary>
public sealed record SecurityOptions
{
    /// <summary>PEM files of the public keys (ECDSA, P-256) whose signatures on models count.</summary>
    public IReadOnlyList<string> TrustedKeys { get; init; } = [];

    /// <summary>Refuses every model whose manifest is not signed by a trusted key; see docs/formats/model-signature.md.</summary>
    public bool RequireSignedModels { get; init; }
}
