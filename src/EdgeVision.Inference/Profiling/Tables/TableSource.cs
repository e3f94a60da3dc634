using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Inference.Profiling.Tables;

/// <summary>Gives a model's operating table: the stored one where its key holds, else one that is measured now and kept.</summary>
/// <param name="store">Where tables lie.</param>
/// <param name="machine">This machine.</param>
/// <param name="library">ONNX Runtime.</param>
/// <param name="time">The clock.</param>
public sealed class TableSource(TableStore store, MachineFacts machine, OrtLibrary library, TimeProvider time)
{
    /// <summary>Hash of the library by name of the accelerator, where one has a library of its own: a part of the key.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();

    /// <summary>The roofs to write into a new table's head.</summary>
    public IReadOnlyList<MachinePeak> Peaks { get; init; } = [];

    /// <summary>The energy sensor; null for none.</summary>
    public Measuring.RaplEnergy? Rapl { get; init; } = Measuring.RaplEnergy.Open();

    /// <summary>The stored table, when there is one for this model, library, hardware and driver.</summary>
    public FoundTable Find(ModelManifest model) =>
        store.Find(machine.Board, model.Name, machine.KeyOf(model.Sha256, library.Version, Providers));

    /// <summary>The stored table; measures the points that it lacks, or all where there is none, and keeps it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="candidates">Its points.</param>
    /// <param name="options">How long to measure.</param>
    /// <param name="progress">Told after each step; may be null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">No point could be measured; the message has each one's reason.</exception>
    public async Task<TableResult> GetAsync(
        ModelManifest model, IReadOnlyList<ProfileCandidate> candidates, ProfileOptions options, IProgress<ProfileProgress>? progress, CancellationToken cancellation)
    {
        var found = Find(model);
        if (found.Table is not { } table || SamplesOf(found.Path, table) is not { } known)
        {
            return await MeasureAsync(model, candidates, options, progress, cancellation).ConfigureAwait(false);
        }

        var missing = candidates.Where(candidate => table.Points.All(point => point.Point != candidate.Point)).ToList();
        if (missing.Count == 0)
        {
            return new TableResult(table, found.Path, false, found.Refusals);
        }

        var anew = await new ProfileRunner(options, time) { Rapl = Rapl }.RunAsync(missing, progress, cancellation).ConfigureAwait(false);
        var all = known.With(anew);
        var completed = TableFit.Fit(all, table.Head);
        var own = store.OwnPath(machine.Board, model.Name);

        // What cannot be used today is tried again at the next start; the file need not know.
        string[] notes = anew.Points.Count == 0 ? [] : Keep(own, completed, all);
        return new TableResult(completed, own, true, [.. found.Refusals, .. notes]);
    }

    /// <summary>Measures a table and keeps it in place of what is there.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<TableResult> MeasureAsync(
        ModelManifest model, IReadOnlyList<ProfileCandidate> candidates, ProfileOptions options, IProgress<ProfileProgress>? progress, CancellationToken cancellation)
    {
        var found = Find(model);
        var samples = await new ProfileRunner(options, time) { Rapl = Rapl }.RunAsync(candidates, progress, cancellation).ConfigureAwait(false);
        var table = TableFit.Fit(samples, machine.HeadOf(model.Name, model.Sha256, library, Providers, Peaks, time.GetUtcNow()));
        var own = store.OwnPath(machine.Board, model.Name);
        return new TableResult(table, own, true, [.. found.Refusals, .. Keep(own, table, samples)]);
    }

    /// <summary>What a table was fitted from; null when that is not all there.</summary>
    private static ProfileSamples? SamplesOf(string path, OperatingTable table)
    {
        try
        {
            var points = TableFile.ReadSamples(TableFile.SamplesPath(path));
            return points.Count == table.Points.Count ? new ProfileSamples(points, table.Unusable) : null;
        }
        catch (Exception missing) when (missing is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A device that cannot keep its table can still use it.</summary>
    private static string[] Keep(string path, OperatingTable table, ProfileSamples samples)
    {
        try
        {
            TableFile.Write(path, table, samples);
            return [];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [$"{path} could not be written, so the next start measures again: {refused.Message.TrimEnd('.')}; make its folder writable"];
        }
    }
}
