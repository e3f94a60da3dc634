namespace EdgeVision.Inference.Models;

/// <summary>How far a model has been fetched.</summary>
/// <param name="Received">Bytes on disk, those of an earlier try included.</param>
/// <param name="Total">Bytes of the whole file.</param>
public readonly record struct PullProgress(long Received, long Total);
