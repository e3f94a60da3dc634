using EdgeVision.Core.Faults;
using EdgeVision.Core.Frames;

namespace EdgeVision.Core.Pipeline;

/// <summary>A camera's state and, when it is not well, why.</summary>
/// <param name="CameraId">Its id in the configuration.</param>
/// <param name="State">What it does now.</param>
/// <param name="Fault">Why it is stalled or in backoff; null when well.</param>
/// <param name="RetryIn">Time to the next attempt, in backoff.</param>
/// <param name="Format">Picture format, once known.</param>
/// <param name="Restarts">Times it was connected anew since the start.</param>
public sealed record CameraStatus(
    string CameraId, CameraState State, Fault? Fault = null, TimeSpan? RetryIn = null, FrameFormat? Format = null, int Restarts = 0);
