namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>What came of loading a plug-in provider library.</summary>
/// <param name="Outcome">Usable when it brought devices, whether these work or not.</param>
/// <param name="Message">The library's words for what went wrong; empty when nothing did.</param>
/// <param name="Devices">In the library's order.</param>
public sealed record PluginListing(ProbeOutcome Outcome, string Message, IReadOnlyList<PluginDevice> Devices);
