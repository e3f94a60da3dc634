namespace EdgeVision.Yaml.Values;

/// <summary>A place in a picture whatever its size, written <c>[0.1, 0.5]</c>.</summary>
/// <param name="X">0 (left) to 1 (right).</param>
/// <param name="Y">0 (top) to 1 (bottom).</param>
public readonly record struct NormalizedPoint(double X, double Y);
