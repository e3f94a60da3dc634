namespace EdgeVision.Core.Frames;

/// <summary>Which frame it is and when it was taken.</summary>
/// <param name="Sequence">Number of the frame at its camera since the process started; 0 is the first.</param>
/// <param name="Captured">TimeProvider timestamp at which the last byte arrived: for ages and durations.</param>
/// <param name="MediaTime">Time within the source since it was opened: for pacing and for files.</param>
/// <param name="WallTime">UTC wall clock at capture: for people; it may step.</param>
public readonly record struct FrameStamp(long Sequence, long Captured, TimeSpan MediaTime, DateTimeOffset WallTime);
