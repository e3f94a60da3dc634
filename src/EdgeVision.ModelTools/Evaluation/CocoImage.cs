namespace EdgeVision.ModelTools.Evaluation;

/// <summary>One picture of a COCO instances file; the size is in pixels, 0 when the file does not say it.</summary>
public sealed record CocoImage(long Id, string FileName, int Width, int Height);
