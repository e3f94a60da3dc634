namespace EdgeVision.ModelTools.Evaluation;

/// <summary>One class of a COCO instances file.</summary>
public sealed record CocoCategory(long Id, string Name);
