namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Pixels next to each other in a row.</summary>
internal readonly record struct PixelRun(int Y, int X, int Length);
