namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Always the same wall time; timers and durations as ever.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
