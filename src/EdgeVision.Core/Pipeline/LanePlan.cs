namespace EdgeVision.Core.Pipeline;

/// <summary>What is asked of a lane, validated.</summary>
/// <param name="CameraId">Its id in the configuration.</param>
/// <param name="MaxFramesPerSecond">Ceiling on inferences per second of media time; infinity for none.</param>
/// <param name="Deadline">Age at which a waiting frame is let go.</param>
/// <param name="Weight">Share against the other lanes, above 0.</param>
/// <param name="WantedClasses">By class id of the lane's model, which detections are kept; all when null.</param>
public sealed record LanePlan(
    string CameraId, double MaxFramesPerSecond, TimeSpan Deadline, double Weight = 1, bool[]? WantedClasses = null);
