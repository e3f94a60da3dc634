namespace EdgeVision.Core.Operating;

/// <summary>COCO average precision, 0..1, over all objects and by their area: below 32², to 96², above; null where the labels have none.</summary>
public sealed record AccuracyBySize(double All, double? Small, double? Medium, double? Large);
