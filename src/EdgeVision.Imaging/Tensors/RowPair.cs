namespace EdgeVision.Imaging.Tensors;

/// <summary>Two resampled rows of one plane and the share of the lower one, for one output row.</summary>
/// <param name="Upper">Samples in 1/256.</param>
/// <param name="Lower">Samples in 1/256.</param>
/// <param name="Weight">Share of <paramref name="Lower"/>, 0..1.</param>
internal readonly record struct RowPair(ushort[] Upper, ushort[] Lower, float Weight);
