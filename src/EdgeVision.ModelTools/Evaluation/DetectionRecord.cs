using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// One detection as a COCO results file has it: the box's top left corner and size in pixels of the picture, and a
/// score whose order alone matters.
/// </summary>
public readonly record struct DetectionRecord(
    long ImageId, long CategoryId, double X, double Y, double W, double H, double Score)
{
    /// <summary>From a normalised box.</summary>
    /// <param name="image">Id of the picture.</param>
    /// <param name="category">Id of its class.</param>
    /// <param name="box">Normalised.</param>
    /// <param name="size">Of the picture.</param>
    /// <param name="score">0..1.</param>
    public static DetectionRecord Of(long image, long category, in Box box, PictureSize size, double score) => new(
        image, category, (double)box.X * size.Width, (double)box.Y * size.Height,
        (double)box.Width * size.Width, (double)box.Height * size.Height, score);
}
