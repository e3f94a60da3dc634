namespace EdgeVision.Core.Operating;

/// <summary>Which point runs, and why: shown in `info`, `doctor` and the log as it stands.</summary>
/// <param name="Chosen">Accelerator, threads and spinning.</param>
/// <param name="Predicted">What it will cost.</param>
/// <param name="MeetsDemand">Whether it keeps rate and deadline; when not, nothing measured does.</param>
/// <param name="Why">One sentence with the numbers.</param>
/// <param name="Policy">What was asked for.</param>
/// <param name="Demand">By camera.</param>
/// <param name="RunnersUp">All other points, the nearest first.</param>
public sealed record OffloadDecision(
    OperatingPoint Chosen, PredictedCost Predicted, bool MeetsDemand, string Why, OffloadPolicy Policy,
    IReadOnlyList<CameraDemand> Demand, IReadOnlyList<RunnerUp> RunnersUp);
