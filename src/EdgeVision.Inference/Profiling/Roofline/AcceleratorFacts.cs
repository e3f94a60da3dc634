namespace EdgeVision.Inference.Profiling.Roofline;

/// <summary>What a maker publishes of an accelerator; each null where it is not known.</summary>
/// <param name="Watts">At work.</param>
/// <param name="Price">To buy one.</param>
/// <param name="Currency">Of the price: "USD".</param>
public sealed record AcceleratorFacts(double? Watts = null, double? Price = null, string? Currency = null)
{
    public static AcceleratorFacts None { get; } = new();
}
