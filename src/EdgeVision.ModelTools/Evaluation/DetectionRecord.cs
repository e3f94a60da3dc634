namespace EdgeVision.ModelTools.Evaluation;

/// <summary>
/// One detection as a COCO results file has it: the box's top left corner and size in pixels of the picture, and a
/// score whose order alone matters.
/// </summary>
public readonly record struct DetectionRecord(
    long ImageId, long CategoryId, double X, double Y, double W, double H, double Score);
