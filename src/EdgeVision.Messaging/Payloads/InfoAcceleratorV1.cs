namespace EdgeVision.Messaging.Payloads;

/// <summary>One accelerator that was looked at, and the decision with its number.</summary>
/// <param name="Name">Such as cpu.</param>
/// <param name="Provider">Execution provider of ONNX Runtime.</param>
/// <param name="Chosen">Whether it does the work.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Model">The model it was measured with; null when none.</param>
/// <param name="Threads">Threads within one inference; null when not its matter.</param>
/// <param name="RunMs">Median time of one inference in ms; null when not measured.</param>
public sealed record InfoAcceleratorV1(
    string Name, string Provider, bool Chosen, string Reason, string? Model, int? Threads, double? RunMs);
