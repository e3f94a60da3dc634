namespace EdgeVision.Messaging.Payloads;

/// <summary>Where a frame's time went, in ms with three decimals.</summary>
/// <param name="Wait">In the slot until it was picked.</param>
/// <param name="Preprocess">Pixels to tensor.</param>
/// <param name="Queue">Prepared, until the accelerator was free.</param>
/// <param name="Run">On the accelerator.</param>
/// <param name="Decode">Tensor to boxes.</param>
/// <param name="Total">Last byte captured to detections.</param>
public sealed record LatencyV1(double Wait, double Preprocess, double Queue, double Run, double Decode, double Total);
