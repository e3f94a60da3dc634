using System.Security.Cryptography;

namespace EdgeVision.Inference.Models.Signing;

/// <summary>An ECDSA key on the curve P-256, from a PEM file.</summary>
public sealed class SigningKey : IDisposable
{
    // An encrypted private key of this kind has a few hundred bytes.
    private const int MaxBytes = 16 * 1024;

    private const string P256 = "1.2.840.10045.3.1.7";

    private SigningKey(ECDsa key, string path)
    {
        Key = key;
        Path = path;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>First 16 hex digits of the SHA-256 of the public key's DER form (SubjectPublicKeyInfo, RFC 5280).</summary>
    public string Id { get; }

    /// <summary>Where it was read.</summary>
    public string Path { get; }

    internal ECDsa Key { get; }

    /// <summary>Reads a public key, "BEGIN PUBLIC KEY".</summary>
    /// <exception cref="InvalidDataException">It is none, or a private one: a device has no use for that.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SigningKey ReadPublic(string path) => Read(path, "PUBLIC KEY");

    /// <summary>Reads a private key, "BEGIN PRIVATE KEY" or "BEGIN EC PRIVATE KEY", without a password.</summary>
    /// <inheritdoc cref="ReadPublic"/>
    public static SigningKey ReadPrivate(string path) => Read(path, "PRIVATE KEY", "EC PRIVATE KEY");

    public void Dispose() => Key.Dispose();

    private static SigningKey Read(string path, params string[] labels)
    {
        var text = new FileInfo(path).Length > MaxBytes ? "" : File.ReadAllText(path);
        var key = ECDsa.Create();
        try
        {
            // `openssl ecparam -genkey` writes the curve in a block before the key.
            var at = PemAt(text, labels);
            key.ImportFromPem(text.AsSpan(at));
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
            {
                return new SigningKey(key, path);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new InvalidDataException($"{path} is no key that can be used here: {exception.Message.TrimEnd('.')}; {Remedy(labels)}", exception);
        }

        key.Dispose();
        throw new InvalidDataException($"{path} has a key of another curve than P-256; {Remedy(labels)}");
    }

    private static int PemAt(string text, string[] labels)
    {
        var at = labels.Select(label => text.IndexOf($"-----BEGIN {label}-----", StringComparison.Ordinal)).Max();
        return at >= 0 ? at : throw new ArgumentException($"it has no block \"BEGIN {labels[0]}\"");
    }

    private static string Remedy(string[] labels) => labels.Length == 1
        ? "write the public part of one: openssl pkey -in key.pem -pubout -out public.pem"
        : "make one: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem";
}
