namespace EdgeVision.Core.Operating;

/// <summary>What the governor allows until it says otherwise.</summary>
/// <param name="FramesPerSecond">Ceiling on inferences per second for each camera; infinity when there is none.</param>
/// <param name="Reason">Why, in words for the dashboard.</param>
public sealed record PowerBudget(double FramesPerSecond, string Reason)
{
    public static PowerBudget Full { get; } = new(double.PositiveInfinity, "no limit set");
}
