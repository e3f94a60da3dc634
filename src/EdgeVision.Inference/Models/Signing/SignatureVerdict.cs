namespace EdgeVision.Inference.Models.Signing;

/// <summary>What a manifest's signature is worth, and why.</summary>
/// <param name="State">The outcome.</param>
/// <param name="KeyId">The key that made it, or that it names; null when none is known.</param>
/// <param name="Why">In words, such as "signed by key 0123456789abcdef".</param>
public sealed record SignatureVerdict(SignatureState State, string? KeyId, string Why);
