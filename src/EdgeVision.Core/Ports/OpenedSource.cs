using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Ports;

/// <summary>What is known of a source once it is open.</summary>
/// <param name="Format">Format of every frame until it is disposed.</param>
/// <param name="FramesPerSecond">Nominal rate; 0 when unknown.</param>
/// <param name="HandOver">How its frames meet a busy accelerator.</param>
public readonly record struct OpenedSource(FrameFormat Format, double FramesPerSecond, HandOver HandOver);
