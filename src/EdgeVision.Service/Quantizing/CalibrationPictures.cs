using EdgeVision.Capture.Folders;
using EdgeVision.Core.Faults;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.Service.Pictures;

namespace EdgeVision.Service.Quantizing;

/// <summary>A calibration set from what a person names, and what holds its pictures meanwhile.</summary>
public sealed class CalibrationPictures : IDisposable
{
    private readonly PictureStore? _store;

    private CalibrationPictures(CalibrationSet set, PictureStore? store = null)
    {
        Set = set;
        _store = store;
    }

    /// <summary>Good until this is disposed; each read gives the same pictures.</summary>
    public CalibrationSet Set { get; }

    /// <summary>Pictures are read where they lie; those of videos and cameras are kept, once, in the state folder.</summary>
    /// <param name="source">What was named.</param>
    /// <param name="wanted">Most pictures, at least 1.</param>
    /// <param name="over">Over what stretch of a camera's time they are spread.</param>
    /// <param name="stateFolder">Where pictures may be kept.</param>
    /// <param name="progress">Pictures taken.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FaultException">It cannot be read, or holds no pictures.</exception>
    public static CalibrationPictures Open(
        CalibrationSource source, int wanted, TimeSpan over, string stateFolder, IProgress<int>? progress, CancellationToken cancellation)
    {
        if (source.Folder is not null)
        {
            return new CalibrationPictures(OfFiles(source.Description, PictureFiles.In(source.Folder), wanted, cancellation));
        }

        var store = new PictureStore(Path.Combine(stateFolder, "tmp"));
        try
        {
            var taker = new PictureTaker(store, wanted, PictureTaker.DefaultMostBytes);
            using var frames = source.Connect();
            if (source.HasEnd)
            {
                taker.TakeAll(frames, progress, cancellation);
            }
            else
            {
                taker.TakeOver(frames, over, progress, cancellation);
            }

            return new CalibrationPictures(new CalibrationSet(source.Description, store.Count, store.ReadAt), store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public void Dispose() => _store?.Dispose();

    private static CalibrationSet OfFiles(string description, IReadOnlyList<string> files, int wanted, CancellationToken cancellation)
    {
        if (files.Count == 0)
        {
            throw new FaultException(new Fault(FaultCode.SourceUnreadable, $"folder {description}", "holds no pictures", "put .jpg or .png files there"));
        }

        // A folder that a camera fills may hold a half-written picture; it shall not end the work, nor be found out in its middle.
        string[] picked = [.. EvenPicks.Of(files.Count, wanted).Select(index => files[index])];
        var readable = ReadablePictures.Of(picked, cancellation);
        return readable.Length > 0
            ? new CalibrationSet(description, readable.Length, index => Read(readable[index]))
            : throw new FaultException(new Fault(
                FaultCode.SourceUnreadable, $"folder {description}", $"has {picked.Length} pictures, none of which can be read", "put sound .jpg or .png files there"));
    }

    private static CalibrationFrame Read(string file)
    {
        var (format, pixels) = PictureFile.Read(file, saysDamage: false);
        return new CalibrationFrame(format, pixels);
    }
}
