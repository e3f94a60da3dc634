using EdgeVision.Service.Configuration.Options;

namespace EdgeVision.Service.Configuration.Plans;

/// <summary>An accelerator to open.</summary>
/// <param name="Provider">Never auto.</param>
/// <param name="Threads">Within one inference, at least 1.</param>
/// <param name="Spinning">Idle threads spin.</param>
public sealed record AcceleratorPlan(AcceleratorKind Provider, int Threads, bool Spinning);
