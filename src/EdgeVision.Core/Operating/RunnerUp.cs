namespace EdgeVision.Core.Operating;

/// <summary>A point that was not chosen.</summary>
/// <param name="Point">What it is.</param>
/// <param name="Predicted">What it would cost.</param>
/// <param name="Lost">Why it was not chosen, with the number that decided.</param>
public sealed record RunnerUp(OperatingPoint Point, PredictedCost Predicted, string Lost);
