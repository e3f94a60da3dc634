using System.Security.Cryptography;
using EdgeVision.Core.Faults;

namespace EdgeVision.Inference.Models;

/// <summary>
/// Reads model files and compares them with their manifests. A file is read once, and the bytes that were hashed are
/// the bytes handed on, so that nothing can be exchanged in between.
/// </summary>
public static class ModelVerification
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="FaultException">ModelMissing: it cannot be read. ModelMismatch: size or hash is not the manifest's.</exception>
    public static VerifiedModel Read(ModelManifest manifest, string path)
    {
        var bytes = ReadBytes(path, manifest.Size);
        return Check(manifest, path, bytes) is { } fault ? throw new FaultException(fault) : new VerifiedModel(manifest, path, bytes);
    }

    /// <summary>Null when the bytes are the manifest's file.</summary>
    internal static Fault? Check(ModelManifest manifest, string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != manifest.Size)
        {
            return Mismatch(manifest, path, $"has {SizeOf(bytes.Length, manifest)} bytes, the manifest says {manifest.Size}");
        }

        var hash = Hash(bytes);
        return hash == manifest.Sha256 ? null : Mismatch(manifest, path, $"has SHA-256 {hash}, the manifest says {manifest.Sha256}");
    }

    /// <summary>The whole file, but never more than one byte beyond the limit.</summary>
    internal static byte[] ReadBytes(string path, long limit)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[Math.Min(file.Length, limit + 1)];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..length];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(
                new Fault(FaultCode.ModelMissing, $"model file {path}", $"cannot be read: {exception.Message}", "check the path and its owner"), exception);
        }
    }

    private static string SizeOf(int length, ModelManifest manifest) => length > manifest.Size ? $"more than {manifest.Size}" : $"{length}";

    private static Fault Mismatch(ModelManifest manifest, string path, string what) => new(
        FaultCode.ModelMismatch, $"model {manifest.Name}", $"{path} {what}",
        manifest.Source is null ? "restore the file from where it came" : $"delete it and run: edgevision models pull {manifest.Name}");
}
