using EdgeVision.Capture.Synthetic.Export;
using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Jpeg;
using EdgeVision.Native;

namespace EdgeVision.Service.StreetSets;

/// <summary>Draws a labelled set of the synthetic street, some scenes at a time; the same request gives the same bytes.</summary>
public static class StreetSetJob
{
    /// <summary>Which objects get a label.</summary>
    public static StreetLabelRules Rules { get; } = new();

    /// <param name="request">What is drawn.</param>
    /// <param name="folder">Where it goes; prepared.</param>
    /// <param name="progress">Told how many pictures are stored.</param>
    /// <param name="cancellation">Ends it between two pictures; the labels are then not written.</param>
    /// <returns>The pictures, in the order of the seeds and of the day.</returns>
    /// <exception cref="NativeLibraryException">libturbojpeg is missing.</exception>
    /// <exception cref="IOException">The disk is full or refuses.</exception>
    public static async Task<IReadOnlyList<StreetPicture>> RunAsync(
        StreetSetRequest request, StreetSetFolder folder, IProgress<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        var scenes = new StreetPicture[request.Seeds.Count][];
        var done = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellation };
        await Parallel.ForAsync(0, scenes.Length, limits, (index, stop) =>
        {
            scenes[index] = Scene(request, request.Seeds[index], folder, () => progress?.Report(Interlocked.Increment(ref done)), stop);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        var pictures = scenes.SelectMany(static scene => scene).ToList();
        folder.StoreLabels(json => StreetExport.WriteJson(pictures, request.Scene.Size, Rules, json));
        return pictures;
    }

    private static StreetPicture[] Scene(StreetSetRequest request, ulong seed, StreetSetFolder folder, Action stored, CancellationToken cancellation)
    {
        var options = request.Scene with { Seed = seed };
        var format = new FrameFormat(options.Size, PixelLayout.I420, YuvMatrix.Bt601, YuvRange.Limited);
        using var codec = new JpegCodec();
        return [.. StreetExport.Draw(options, StreetMoments.Spread(options, request.PerSeed), Store)];

        string Store(long frame, ReadOnlySpan<byte> i420)
        {
            cancellation.ThrowIfCancellationRequested();
            var name = $"{seed}-{frame}.jpg";
            folder.Store(name, codec.Encode(new Frame(format, default, i420), request.Quality));
            stored();
            return name;
        }
    }
}
