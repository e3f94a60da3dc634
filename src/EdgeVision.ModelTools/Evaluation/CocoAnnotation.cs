namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// One ground-truth box in pixels. <paramref name="Area"/> (pixels squared) is the object's, not always the box's:
/// COCO sorts ground truth into small, medium and large by it.
/// </summary>
/// <param name="ImageId">The picture it is in.</param>
/// <param name="CategoryId">Its class.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="W">Width.</param>
/// <param name="H">Height.</param>
/// <param name="Area">Area of the object.</param>
/// <param name="IsCrowd">A group drawn as one box: any number of detections may lie in it, and none of them counts.</param>
/// <param name="Ignore">Neither finding nor missing it counts.</param>
public sealed record CocoAnnotation(
    long ImageId, long CategoryId, double X, double Y, double W, double H, double Area, bool IsCrowd = false, bool Ignore = false);
