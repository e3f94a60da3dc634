using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Sessions;

/// <summary>What of a model and its manifest a session needs.</summary>
/// <param name="Name">The manifest's name.</param>
/// <param name="Manifest">Its path, for words; may be empty.</param>
/// <param name="Path">Of the model's file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Bytes">The verified bytes.</param>
/// <param name="Input">The picture input.</param>
public sealed record SessionModel(string Name, string Manifest, string Path, string Sha256, ReadOnlyMemory<byte> Bytes, ModelInput Input)
{
    /// <summary>
    /// The bytes are what this machine's library made of the model: a provider's program in the shape of an ONNX node, which the subset of
    /// <see cref="Onnx.OnnxReader"/> does not let through.
    /// </summary>
    public bool IsCompiled { get; init; }
}
