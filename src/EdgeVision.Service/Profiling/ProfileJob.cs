using EdgeVision.Core.Operating;
using EdgeVision.Inference.Offloading;
using EdgeVision.Inference.Onnx.Costs;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Roofline;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Profiling;

/// <summary>Measures a model's operating points on this machine, and checks a stored table against the machine.</summary>
/// <param name="library">ONNX Runtime.</param>
/// <param name="time">The clock.</param>
/// <param name="opener">Opens what is measured.</param>
/// <param name="tables">Where tables are kept, by the roofs to write into their heads.</param>
internal sealed class ProfileJob(OrtLibrary library, TimeProvider time, AcceleratorOpener opener, Func<IReadOnlyList<MachinePeak>, TableSource> tables)
{
    /// <summary>Measures anew and keeps the table.</summary>
    public async Task<ProfileOutcome> MeasureAsync(ProfileRequest request, IProgress<ProfileProgress> progress, CancellationToken cancellation)
    {
        var graph = GraphCosts.Of(library, request.Model);
        var source = tables(new RoofMeter(time).Measure(request.Threads, cancellation));
        var result = await source.MeasureAsync(
            request.Model.Manifest, Candidates(request, cancellation), request.IsQuick ? ProfileOptions.Quick : ProfileOptions.Full, progress, cancellation).ConfigureAwait(false);
        return new ProfileOutcome(result, graph, OffloadChoice.Choose(result.Table.Points, request.Policy, request.Demand));
    }

    /// <summary>Measures the points that matter again and compares.</summary>
    /// <param name="request">The model; its threads do not matter.</param>
    /// <param name="check">The bounds.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The stored table, with a line for each figure that is off.</returns>
    /// <exception cref="ProfileMissingException">There is no table of this model, library, hardware and driver.</exception>
    public async Task<(FoundTable Stored, IReadOnlyList<string> Problems)> CheckAsync(
        ProfileRequest request, TableCheck check, IProgress<ProfileProgress> progress, CancellationToken cancellation)
    {
        var found = tables([]).Find(request.Model.Manifest);
        if (found.Table is not { } stored)
        {
            throw new ProfileMissingException(request.Model.Manifest.Name, found);
        }

        var points = TableCheck.PointsThatMatter(stored);
        var candidates = Candidates(request with { Threads = [.. points.Select(static point => point.Threads)] }, cancellation).Where(one => points.Contains(one.Point)).ToList();
        var anew = await new ProfileRunner(request.IsQuick ? ProfileOptions.Quick : ProfileOptions.Full, time)
            .RunAsync(candidates, progress, cancellation).ConfigureAwait(false);
        return (found, check.Problems(stored, [.. anew.Points.Select(TableFit.Cost)], anew.Unusable));
    }

    /// <summary>Everything here that can be measured.</summary>
    private IReadOnlyList<ProfileCandidate> Candidates(ProfileRequest request, CancellationToken cancellation) =>
    [
        .. request.Offers.SelectMany(offer => OfferPoints.Of(request.Model, offer, request.Threads, spinning: true)
            .Select(point => opener.ToMeasure(request.Model, offer, point, cancellation))),
    ];
}
