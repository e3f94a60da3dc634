namespace EdgeVision.Messaging.Payloads;

/// <summary>Frames by what became of them.</summary>
/// <param name="Inferred">A detector looked at it.</param>
/// <param name="Predicted">The tracker covered it.</param>
/// <param name="Still">Nothing moved.</param>
/// <param name="OverBudget">The rate or the power budget did not allow it.</param>
/// <param name="Superseded">A newer frame took its place.</param>
/// <param name="Stale">It had become too old.</param>
/// <param name="Failed">The inference failed.</param>
/// <param name="Off">The camera was off.</param>
public sealed record HealthFatesV1(
    long Inferred, long Predicted, long Still, long OverBudget, long Superseded, long Stale, long Failed, long Off);
