using EdgeVision.Core.Faults;
using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.Service.Pictures;

/// <summary>Finds pictures that cannot be read before work of minutes begins, instead of in its middle. Each is named once on standard error.</summary>
public static class ReadablePictures
{
    /// <summary>Those of the files that can be read, in their order.</summary>
    /// <exception cref="FileNotFoundException">One is not there.</exception>
    /// <exception cref="OperationCanceledException">Ended early.</exception>
    public static string[] Of(IEnumerable<string> files, CancellationToken cancellation) => [.. files.Where(file => IsReadable(file, cancellation))];

    /// <summary>The labels without the pictures that cannot be read: their boxes would count as not found.</summary>
    /// <param name="truth">The labels.</param>
    /// <param name="folder">Where the pictures lie.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="FileNotFoundException">A picture is not there.</exception>
    /// <exception cref="InvalidDataException">None can be read.</exception>
    /// <exception cref="OperationCanceledException">Ended early.</exception>
    public static CocoGroundTruth Of(CocoGroundTruth truth, string folder, CancellationToken cancellation)
    {
        CocoImage[] images = [.. truth.Images.Where(image => IsReadable(Path.Combine(folder, image.FileName), cancellation))];
        if (images.Length == truth.Images.Count)
        {
            return truth;
        }

        if (images.Length == 0)
        {
            throw new InvalidDataException($"none of the {truth.Images.Count} labelled pictures in {folder} can be read; put sound .jpg or .png files there");
        }

        var ids = images.Select(image => image.Id).ToHashSet();
        return new CocoGroundTruth(images, truth.Categories, [.. truth.Annotations.Where(one => ids.Contains(one.ImageId))]);
    }

    private static bool IsReadable(string file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            PictureFile.Read(file);
            return true;
        }
        catch (Exception unreadable) when (unreadable is FaultException { Fault.Code: FaultCode.SourceUnreadable or FaultCode.SourceEnded }
            or (IOException and not FileNotFoundException and not DirectoryNotFoundException))
        {
            Console.Error.WriteLine($"edgevision: {file} cannot be read and is left out: {((unreadable as FaultException)?.Fault.What ?? unreadable.Message)}");
            return false;
        }
    }
}
