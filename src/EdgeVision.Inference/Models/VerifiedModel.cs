namespace EdgeVision.Inference.Models;

/// <summary>A model file's very bytes that were hashed, with the manifest they fit.</summary>
/// <param name="Manifest">What the file is.</param>
/// <param name="Path">Where it was read.</param>
/// <param name="Bytes">Its content.</param>
public sealed record VerifiedModel(ModelManifest Manifest, string Path, ReadOnlyMemory<byte> Bytes);
