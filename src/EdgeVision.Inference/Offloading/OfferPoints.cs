using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;

namespace EdgeVision.Inference.Offloading;

/// <summary>The operating points of a model that are worth measuring.</summary>
public static class OfferPoints
{
    /// <summary>Beyond it a detector of this size gains little and takes the cores from capture.</summary>
    public const int UsualMostThreads = 4;

    private const int EachUpTo = 4;

    /// <param name="model">The verified model.</param>
    /// <param name="offer">On what.</param>
    /// <param name="threads">Thread counts of the processor, each at least 1.</param>
    /// <param name="spinning">Whether to take in idle threads that spin, where there is more than one: a single one has no pool.</param>
    /// <returns>Of anything but the processor a single one: its host side needs one thread.</returns>
    public static IReadOnlyList<OperatingPoint> Of(VerifiedModel model, AcceleratorOffer offer, IEnumerable<int> threads, bool spinning) =>
        offer.IsProcessor
            ? [.. threads.Distinct().Order().SelectMany(count => spinning && count > 1 ? [At(model, count, false), At(model, count, true)] : new[] { At(model, count, false) })]
            : [AcceleratorOpener.PointOf(model, offer, 1, spinning: false)];

    /// <summary>Each count up to 4, then every other one, up to the processor's own number of threads.</summary>
    /// <param name="processors">How many the machine has.</param>
    public static IEnumerable<int> ThreadCounts(int processors) =>
        Enumerable.Range(1, Math.Max(1, processors)).Where(count => count <= EachUpTo || count % 2 == 0 || count == processors);

    private static OperatingPoint At(VerifiedModel model, int threads, bool spinning) =>
        AcceleratorOpener.PointOf(model, AcceleratorOffer.Processor, threads, spinning);
}
