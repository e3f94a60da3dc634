namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>The pictures that a model is calibrated with: a folder, a video, a camera's own frames.</summary>
/// <param name="Description">Where they are from, as a person named it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="ReadAt">Gives one by its number from 0, the same one each time.</param>
public sealed record CalibrationSet(string Description, int Count, Func<int, CalibrationFrame> ReadAt)
{
    /// <summary>All of them, one after another.</summary>
    public IEnumerable<CalibrationFrame> Read(CancellationToken cancellation) => Spread(Count, cancellation);

    /// <summary>So many of them, spread evenly; all when there are no more. The others are not read.</summary>
    public IEnumerable<CalibrationFrame> Spread(int pictures, CancellationToken cancellation)
    {
        var taken = Math.Min(pictures, Count);
        for (var i = 0; i < taken; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return ReadAt((int)((long)i * Count / taken));
        }
    }
}
