namespace EdgeVision.Core.Pipeline;

/// <summary>Where a frame's time went, from its last byte to its detections.</summary>
/// <param name="Wait">In the slot until it was picked.</param>
/// <param name="Prepare">Pixels to tensor.</param>
/// <param name="Queue">Prepared, and not run: waiting for the accelerator, and on the ways there and back.</param>
/// <param name="Run">On the accelerator.</param>
/// <param name="Decode">Tensor to boxes.</param>
/// <param name="Total">Age of the result: capture to decoded detections.</param>
public readonly record struct StageTimings(
    TimeSpan Wait, TimeSpan Prepare, TimeSpan Queue, TimeSpan Run, TimeSpan Decode, TimeSpan Total);
