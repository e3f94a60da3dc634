namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>Whether a provider can drive a device here.</summary>
/// <param name="Provider">Its short name.</param>
/// <param name="Options">The options that choose the device's class.</param>
/// <param name="Usable">True only after a probe gave the right numbers.</param>
/// <param name="Reason">Why not; empty when it is usable.</param>
/// <param name="Step">What mends it; empty when it is usable.</param>
/// <param name="Probe">The probe's finding; null when something showed before that it could not work.</param>
public sealed record ProviderVerdict(
    string Provider, IReadOnlyDictionary<string, string> Options, bool Usable, string Reason, string Step, ProbeReport? Probe);
