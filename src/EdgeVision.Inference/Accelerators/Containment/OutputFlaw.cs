namespace EdgeVision.Inference.Accelerators.Containment;

/// <summary>Why outputs cannot be a model's answer.</summary>
/// <param name="Output">Index of the output.</param>
/// <param name="Name">Its name, or its place where the manifest names none.</param>
/// <param name="Index">Which element, row-major; -1 when it is about the whole output.</param>
/// <param name="Value">That element.</param>
/// <param name="Why">What is wrong, one line.</param>
public sealed record OutputFlaw(int Output, string Name, int Index, float Value, string Why);
