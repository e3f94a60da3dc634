using EdgeVision.Core.Frames;

namespace EdgeVision.ModelTools.Quantization.Calibration;

/// <summary>One picture to calibrate with. The pixels are good until the next one is asked for.</summary>
/// <param name="Format">Of the pixels.</param>
/// <param name="Pixels">One whole frame.</param>
public readonly record struct CalibrationFrame(FrameFormat Format, ReadOnlyMemory<byte> Pixels);
