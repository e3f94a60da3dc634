namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>Which file a worker loads; it hashes what it read, so that nothing can be exchanged in between.</summary>
/// <param name="Name">The manifest's.</param>
/// <param name="Manifest">Path of the manifest, for words; may be empty.</param>
/// <param name="Path">Of the model's file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
public sealed record OrderedModel(string Name, string Manifest, string Path, string Sha256, long Bytes);
