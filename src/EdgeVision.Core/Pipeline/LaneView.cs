namespace EdgeVision.Core.Pipeline;

/// <summary>What a scheduler may know of a lane.</summary>
/// <param name="HasFrame">Whether a frame waits.</param>
/// <param name="Age">Age of the waiting frame.</param>
/// <param name="Deadline">Age at which it is worth nothing any more.</param>
/// <param name="UntilDue">Media time until the lane's rate allows its next frame; zero or negative when due.</param>
/// <param name="Interval">Media time between two frames at the lane's own ceiling; zero when there is none.</param>
/// <param name="Served">The share this lane has had, inferences divided by weight: the smallest is next.</param>
public readonly record struct LaneView(
    bool HasFrame, TimeSpan Age, TimeSpan Deadline, TimeSpan UntilDue, TimeSpan Interval, double Served);
