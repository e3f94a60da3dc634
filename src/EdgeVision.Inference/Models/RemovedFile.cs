namespace EdgeVision.Inference.Models;

/// <summary>A file that is gone.</summary>
/// <param name="Path">Where it was.</param>
/// <param name="Bytes">What it took.</param>
public readonly record struct RemovedFile(string Path, long Bytes);
