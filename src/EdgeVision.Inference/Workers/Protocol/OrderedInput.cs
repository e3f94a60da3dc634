using EdgeVision.Imaging.Tensors;

namespace EdgeVision.Inference.Workers.Protocol;

/// <summary>The picture input as the manifest has it.</summary>
/// <param name="Name">The model's name for it; empty for its only input.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Layout">Order of the dimensions.</param>
/// <param name="Type">Number type.</param>
public sealed record OrderedInput(string Name, int Width, int Height, TensorLayout Layout, TensorElement Type);
