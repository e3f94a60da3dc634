namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>A point of the picture in pixels; pixel (0, 0) spans 0..1.</summary>
internal readonly record struct Point2(float X, float Y);
