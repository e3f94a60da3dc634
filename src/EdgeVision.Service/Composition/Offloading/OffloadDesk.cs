using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Offloading;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Profiling;
using Microsoft.Extensions.Logging;

namespace EdgeVision.Service.Composition.Offloading;

/// <summary>
/// Decides on what a model runs: in the configured order, or by its operating table. What the table lacks is measured,
/// shortly, and kept.
/// </summary>
/// <param name="plans">The configuration's accelerators.</param>
/// <param name="opener">Opens what is measured.</param>
/// <param name="tables">The stored tables.</param>
/// <param name="logger">Told before something is measured.</param>
internal sealed class OffloadDesk(IReadOnlyList<AcceleratorPlan> plans, AcceleratorOpener opener, TableSource tables, ILogger logger)
{
    private readonly AcceleratorPlan _processor = AcceleratorPlan.ForProcessor(plans);
    private readonly bool _byMeasurement = plans.Any(static one => one.IsAuto);

    /// <summary>The tables of a device's models, with the plug-ins' hashes in their keys.</summary>
    public static TableSource Tables(
        IReadOnlyList<AcceleratorPlan> plans, OrtLibrary library, TimeProvider time, IReadOnlyList<MachinePeak>? peaks = null) =>
        new(TableStore.In(ModelFolders.StateFolder(), ShippedProfiles.Folder()), MachineFacts.Read(), library, time)
        {
            Peaks = peaks ?? [],
            Providers = plans.Where(static one => one.Library is not null).ToDictionary(static one => one.Name, KeyOf, StringComparer.Ordinal),
        };

    /// <summary>Of another file or with other options it is another accelerator.</summary>
    private static string KeyOf(AcceleratorPlan plugin) => string.Join(
        ' ',
        [MachineFacts.HashOf(plugin.Library!) ?? "missing", .. plugin.Options.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"{one.Key}={one.Value}")]);

    /// <summary>The policy of a list of accelerators.</summary>
    public static OffloadPolicy PolicyOf(IReadOnlyList<AcceleratorPlan> plans) =>
        OffloadPolicy.Prefer(plans.FirstOrDefault(static one => one.IsAuto)?.Prefer switch
        {
            AcceleratorPreference.Npu => OffloadPreference.Npu,
            AcceleratorPreference.Gpu => OffloadPreference.Gpu,
            AcceleratorPreference.Cpu => OffloadPreference.Cpu,
            AcceleratorPreference.LowestEnergy => OffloadPreference.LowestEnergy,
            AcceleratorPreference.LowestLatency => OffloadPreference.LowestLatency,
            _ => OffloadPreference.Auto,
        });

    /// <summary>The points that may run: of the processor those with the threads that are written, or all that were measured.</summary>
    public static IReadOnlyList<PointCost> Allowed(IReadOnlyList<AcceleratorPlan> plans, IReadOnlyList<PointCost> points) =>
        AcceleratorPlan.ForProcessor(plans) is { ThreadsAreGiven: true } given
            ? [.. points.Where(point => point.Point.Accelerator != AcceleratorOffer.Processor.Name || (point.Point.Threads == given.Threads && point.Point.Spinning == (given.Spinning && given.Threads > 1)))]
            : points;

    /// <summary>
    /// What can be decided on while cameras wait: everything in the configured order; where measurement decides, the processor and
    /// what is measured already. Anything else may need minutes to open, or never come back from it.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="offers">What there is.</param>
    public IReadOnlyList<AcceleratorOffer> AtOnce(VerifiedModel model, IReadOnlyList<AcceleratorOffer> offers)
    {
        var points = _byMeasurement ? tables.Find(model.Manifest).Table?.Points ?? [] : [];
        return [.. offers.Where(offer => !_byMeasurement || offer.IsProcessor || points.Any(point => point.Point.Accelerator == offer.Name))];
    }

    /// <param name="model">The model.</param>
    /// <param name="offers">What there is.</param>
    /// <param name="demand">Of the model's cameras, at least one.</param>
    /// <param name="cancellation">Ends a measurement.</param>
    public async Task<OffloadPlan> DecideAsync(
        VerifiedModel model, IReadOnlyList<AcceleratorOffer> offers, IReadOnlyList<CameraDemand> demand, CancellationToken cancellation)
    {
        var points = ProcessorPoints(model);
        AcceleratorOffer[] measured = _byMeasurement ? [.. offers] : [AcceleratorOffer.Processor];
        if (!_byMeasurement && points.Count == 1)
        {
            return OffloadPlan.ByConfiguration(offers, points[0]);
        }

        try
        {
            var table = await TableAsync(model, measured, points, cancellation).ConfigureAwait(false);
            var plan = OffloadPlan.ByMeasurement(Allowed(plans, table.Points), measured, PolicyOf(plans), demand);
            return (_byMeasurement ? plan : OffloadPlan.ByConfiguration(offers, plan.First.Point) with { Decision = plan.Decision }) with { Unusable = table.Unusable };
        }
        catch (ArgumentException nothing)
        {
            // It will say itself what is wrong when it is opened to serve.
            logger.NothingMeasured(model.Manifest.Name, nothing.Message);
            return OffloadPlan.ByConfiguration([], points[^1]);
        }
    }

    private IReadOnlyList<OperatingPoint> ProcessorPoints(VerifiedModel model)
    {
        int[] threads = _processor.ThreadsAreGiven
            ? [_processor.Threads] : [.. OfferPoints.ThreadCounts(Math.Min(OfferPoints.UsualMostThreads, Environment.ProcessorCount)).Where(static count => count != 3)];
        return [.. threads.Select(count => AcceleratorOpener.PointOf(model, AcceleratorOffer.Processor, count, _processor.Spinning && count > 1))];
    }

    private async Task<OperatingTable> TableAsync(
        VerifiedModel model, IReadOnlyList<AcceleratorOffer> offers, IReadOnlyList<OperatingPoint> processor, CancellationToken cancellation)
    {
        ProfileCandidate[] candidates =
        [
            .. processor.Select(point => opener.ToMeasure(model, AcceleratorOffer.Processor, point, cancellation)),
            .. offers.Where(static offer => !offer.IsProcessor)
                .SelectMany(offer => OfferPoints.Of(model, offer, [1], spinning: false).Select(point => opener.ToMeasure(model, offer, point, cancellation))),
        ];
        var stored = tables.Find(model.Manifest).Table;
        string[] missing = [.. candidates.Where(one => stored?.Points.Any(point => point.Point == one.Point) != true).Select(static one => ProfileSamples.NameOf(one.Point))];
        if (missing.Length > 0)
        {
            logger.Measuring(model.Manifest.Name, string.Join(", ", missing));
        }

        var result = await tables.GetAsync(model.Manifest, candidates, ProfileOptions.Quick, null, cancellation).ConfigureAwait(false);
        foreach (var note in result.Notes)
        {
            logger.TableNote(note);
        }

        foreach (var (point, reason) in result.Table.Unusable)
        {
            logger.PointUnusable(model.Manifest.Name, point, reason);
        }

        return result.Table;
    }
}
