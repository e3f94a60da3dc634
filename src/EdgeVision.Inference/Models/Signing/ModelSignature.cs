using System.Security.Cryptography;

namespace EdgeVision.Inference.Models.Signing;

/// <summary>
/// The file <c>model.yaml.sig</c> beside a manifest: an ECDSA signature (P-256, SHA-256, DER) of the manifest's bytes in
/// base64. Lines that start with '#' are for people; one of them may name the key. docs/formats/model-signature.md.
/// </summary>
public static class ModelSignature
{
    private const string KeyMark = "# key ";

    private const int MaxBytes = 4096;

    /// <summary>Where the signature of a manifest lies.</summary>
    public static string PathOf(string manifestPath) => manifestPath + ".sig";

    /// <summary>The text of a signature file.</summary>
    public static string Create(ReadOnlySpan<byte> manifest, SigningKey key) =>
        $"{KeyMark}{key.Id}\n{Convert.ToBase64String(key.Key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))}\n";

    /// <summary>The signature and the key it names; null when there is no file. An unreadable or odd file gives no signature bytes.</summary>
    internal static (byte[] Der, string? KeyId)? Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                return ([], null);
            }

            var lines = File.ReadAllLines(path);
            var keyId = lines.FirstOrDefault(line => line.StartsWith(KeyMark, StringComparison.Ordinal))?[KeyMark.Length..].Trim();
            var base64 = string.Concat(lines.Where(line => !line.StartsWith('#')).Select(line => line.Trim()));
            return (Convert.FromBase64String(base64), keyId);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception odd) when (odd is FormatException or IOException or UnauthorizedAccessException)
        {
            return ([], null);
        }
    }

    internal static bool IsBy(SigningKey key, ReadOnlySpan<byte> manifest, byte[] der) =>
        der.Length > 0 && key.Key.VerifyData(manifest, der, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
