namespace EdgeVision.Inference.Models.Signing;

/// <summary>What a manifest's signature is worth.</summary>
public enum SignatureState
{
    /// <summary>There is no signature file.</summary>
    Missing,

    /// <summary>A trusted key made it over this very manifest.</summary>
    Trusted,

    /// <summary>It names a key that is not trusted.</summary>
    Untrusted,

    /// <summary>No trusted key made it over this manifest: the manifest was changed, the signature is damaged, or of another key.</summary>
    Invalid,
}
