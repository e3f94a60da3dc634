using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Doctor.Cameras;

/// <summary>What a camera gave within the time it was watched.</summary>
/// <param name="Opened">Its format and nominal rate.</param>
/// <param name="FirstAfter">From the start of connecting to the first whole picture.</param>
/// <param name="Frames">Pictures after the first.</param>
/// <param name="Watched">Time after the first picture; of a recording that ended, to its last.</param>
/// <param name="HasEnded">A recording that was over before that.</param>
/// <param name="IsFlat">The last picture has no lights and darks.</param>
public sealed record CameraReading(OpenedSource Opened, TimeSpan FirstAfter, int Frames, TimeSpan Watched, bool HasEnded, bool IsFlat)
{
    /// <summary>Measured frames per second; 0 when there was one picture only.</summary>
    public double FramesPerSecond => Frames == 0 || Watched <= TimeSpan.Zero ? 0 : Frames / Watched.TotalSeconds;
}
