using EdgeVision.Core.Operating;

namespace EdgeVision.Inference.Offloading;

/// <summary>The accelerators that get a model's frames, and why these. The processor is always the last: it serves when no other can.</summary>
/// <param name="Order">The most wanted first.</param>
/// <param name="Why">One sentence, for a person.</param>
/// <param name="Decision">The measured decision; null when the configuration alone decided.</param>
public sealed record OffloadPlan(IReadOnlyList<PlannedAccelerator> Order, string Why, OffloadDecision? Decision)
{
    public PlannedAccelerator First => Order[0];

    /// <summary>What could not be measured, each with the reason, by "accelerator xThreads".</summary>
    public IReadOnlyDictionary<string, string> Unusable { get; init; } = new Dictionary<string, string>();

    /// <summary>The measured best first; what ranks behind the processor gets no frames.</summary>
    /// <param name="points">The measured points; those of no offer do not count.</param>
    /// <param name="offers">With the processor, of which at least one point must be measured.</param>
    /// <param name="policy">What a person asked for.</param>
    /// <param name="demand">Of the model's cameras, at least one.</param>
    /// <exception cref="ArgumentException">No point of the processor was measured.</exception>
    public static OffloadPlan ByMeasurement(
        IReadOnlyList<PointCost> points, IReadOnlyList<AcceleratorOffer> offers, OffloadPolicy policy, IReadOnlyList<CameraDemand> demand)
    {
        var byName = offers.ToDictionary(static offer => offer.Name, StringComparer.Ordinal);
        var decision = OffloadChoice.Choose([.. points.Where(point => byName.ContainsKey(point.Point.Accelerator))], policy, demand);
        var ranked = decision.RunnersUp.Select(static other => (other.Point, other.Predicted)).Prepend((Point: decision.Chosen, decision.Predicted))
            .DistinctBy(static one => one.Point.Accelerator).ToList();
        var processor = ranked.FindIndex(static one => one.Point.Accelerator == AcceleratorOffer.Processor.Name);
        return processor < 0
            ? throw new ArgumentException("no point of the processor was measured", nameof(points))
            : new OffloadPlan(
                [.. ranked.Take(processor + 1).Select(one => new PlannedAccelerator(byName[one.Point.Accelerator], one.Point, one.Predicted.P95Ms))], decision.Why, decision);
    }

    /// <summary>In the order as written; what stands behind the processor gets no frames.</summary>
    /// <param name="offers">As the configuration has them.</param>
    /// <param name="processor">The processor's point.</param>
    public static OffloadPlan ByConfiguration(IReadOnlyList<AcceleratorOffer> offers, OperatingPoint processor)
    {
        PlannedAccelerator[] before =
        [
            .. offers.TakeWhile(static offer => !offer.IsProcessor)
                .Select(offer => new PlannedAccelerator(offer, processor with { Accelerator = offer.Name, Threads = 1, Spinning = false })),
        ];
        var why = before.Length == 0 ? $"{processor}, as configured"
            : $"{string.Join(", then ", before.Select(static one => one.Offer.Name))}, as configured; {processor.Accelerator} x{processor.Threads} serves until then and when it fails";
        return new OffloadPlan([.. before, new PlannedAccelerator(AcceleratorOffer.Processor, processor)], why, null);
    }

    /// <summary>Whether both give the same accelerators the same points in the same order.</summary>
    public bool RunsLike(OffloadPlan other) => Order.Select(static one => one.Point).SequenceEqual(other.Order.Select(static one => one.Point));
}
