using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Models.Signing;

/// <summary>Public keys whose signatures count.</summary>
/// <param name="keys">At least one, or nothing is trusted. They become this one's to dispose.</param>
public sealed class TrustedKeys(IReadOnlyList<SigningKey> keys) : IDisposable
{
    /// <summary>Of each key.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. keys.Select(key => key.Id)];

    /// <param name="paths">PEM files of public keys.</param>
    /// <exception cref="InvalidDataException">One of them is no public P-256 key.</exception>
    /// <exception cref="IOException">One of them cannot be read.</exception>
    public static TrustedKeys Load(IEnumerable<string> paths)
    {
        var keys = new List<SigningKey>();
        try
        {
            keys.AddRange(paths.Select(SigningKey.ReadPublic));
            return new TrustedKeys(keys);
        }
        catch
        {
            keys.ForEach(key => key.Dispose());
            throw;
        }
    }

    /// <summary>Looks at the signature beside the manifest, for the very bytes that the manifest was read from.</summary>
    public SignatureVerdict Judge(ModelManifest manifest)
    {
        var path = ModelSignature.PathOf(manifest.Path);
        if (ModelSignature.Read(path) is not { } signature)
        {
            return new SignatureVerdict(SignatureState.Missing, null, $"unsigned, there is no {path}");
        }

        if (keys.FirstOrDefault(key => ModelSignature.IsBy(key, manifest.Original.Span, signature.Der)) is { } maker)
        {
            return new SignatureVerdict(SignatureState.Trusted, maker.Id, $"signed by key {maker.Id}");
        }

        return signature.KeyId is { } named && !Ids.Contains(named)
            ? new SignatureVerdict(SignatureState.Untrusted, named, $"signed by key {named}, which is not trusted")
            : new SignatureVerdict(
                SignatureState.Invalid, signature.KeyId, $"not signed as it is: {manifest.Path} was changed after signing, or {path} is not a trusted key's");
    }

    /// <summary>Null when a trusted key signed this manifest and through it model file and labels.</summary>
    public Fault? Refusal(ModelManifest manifest)
    {
        var verdict = Judge(manifest);
        if (verdict.State != SignatureState.Trusted)
        {
            return Refuse(manifest, $"is {verdict.Why}", $"sign it: edgevision models sign {manifest.Name} --key KEY.PEM, or add the key to security.trusted_keys");
        }

        return manifest.LabelsSha256 is null
            ? Refuse(manifest, "is signed, but its manifest does not fix its labels", "write labels_sha256 into the manifest and sign it again")
            : null;
    }

    public void Dispose()
    {
        foreach (var key in keys)
        {
            key.Dispose();
        }
    }

    private static Fault Refuse(ModelManifest manifest, string what, string remedy) =>
        new(FaultCode.ModelUntrusted, $"model {manifest.Name}", what, remedy);
}
