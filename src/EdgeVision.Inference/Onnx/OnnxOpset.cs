namespace EdgeVision.Inference.Onnx;

/// <summary>An imported operator set.</summary>
/// <param name="Domain">"" is the standard's own.</param>
/// <param name="Version">Its version.</param>
public sealed record OnnxOpset(string Domain, long Version);
